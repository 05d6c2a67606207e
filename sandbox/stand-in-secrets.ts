import { createCipheriv, createHash, pbkdf2Sync } from "node:crypto";

/** With which the sandbox's secrets are encrypted; they stand in for secrets, and are none. */
export const SANDBOX_PASSPHRASE = "sandbox";

/** In place of every secret. */
const STAND_IN = "stand-in-of-the-sandbox";

/** Rounds of Pulumi's passphrase provider. */
const ROUNDS = 1_000_000;

/**
 * A configuration in which each encrypted value is replaced by a stand-in, encrypted for the sandbox:
 * the program then sees a secret of its own where the stack has one.
 * @param salt `encryptionsalt` of the sandbox's stack
 */
export function withStandIns(configuration: object, salt: string): object {
  let secret: string | undefined;
  return Object(JSON.parse(JSON.stringify(configuration, (_name, value: unknown) => {
    if (!isEncrypted(value)) {
      return value;
    }
    // Deriving the key takes a moment, which only a stack with secrets pays.
    secret ??= encrypted(salt);
    return { secure: secret };
  })));
}

function isEncrypted(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 1 && typeof Reflect.get(value, "secure") === "string";
}

/** As Pulumi's passphrase provider writes a value: AES-256-GCM under a key derived from the passphrase. */
function encrypted(salt: string): string {
  const saltBytes = Buffer.from(salt.split(":")[1] ?? "", "base64");
  // The same text each time, so that a configuration in use does not change by itself.
  const nonce = createHash("sha256").update(salt).digest().subarray(0, 12);
  const cipher = createCipheriv("aes-256-gcm", pbkdf2Sync(SANDBOX_PASSPHRASE, saltBytes, ROUNDS, 32, "sha256"), nonce);
  const text = Buffer.concat([cipher.update(STAND_IN, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1:${nonce.toString("base64")}:${text.toString("base64")}`;
}
