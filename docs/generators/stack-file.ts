import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parse } from "yaml";

/** A configuration file that cannot be read; the message is for the person who named it. */
export class StackFileError extends Error {
  override readonly name = "StackFileError";
}

const project = resolve(import.meta.dirname, "../..");

/** Name of the project, which stands before the keys of its configuration. */
export const PROJECT_NAME = "hipaa-platform";

/**
 * The configuration of one stack, from its file, not yet checked.
 * @throws {StackFileError} when there is none, or when a value in it is encrypted
 */
export function stackFileValues(stack: string, file: string = join(project, `Pulumi.${stack}.yaml`)): Readonly<Record<string, unknown>> {
  if (!existsSync(file)) {
    const stacks = existsSync(dirname(file)) ? readdirSync(dirname(file)).flatMap((name) => /^Pulumi\.(.+)\.yaml$/u.exec(name)?.[1] ?? []) : [];
    throw new StackFileError(`there is no ${basename(file)}${stacks.length === 0 ? "" : `; stacks with a file: ${stacks.join(", ")}`}`);
  }
  const { config = {} }: { readonly config?: Readonly<Record<string, unknown>> } = parse(readFileSync(file, "utf8"));
  const values = Object.fromEntries(Object.entries(config).map(([key, value]) => [key.replace(`${PROJECT_NAME}:`, ""), value]));
  const encrypted = Object.keys(values).filter((key) => holdsSecret(values[key]));
  if (encrypted.length > 0) {
    throw new StackFileError(`${basename(file)}: ${encrypted.join(", ")}: encrypted, and this command opens no secrets. Copy the file, put stand-ins in their place, and name the copy with --config-file`);
  }
  return values;
}

function holdsSecret(value: unknown): boolean {
  return typeof value === "object" && value !== null && (Object.keys(value).join() === "secure" || Object.values(value).some(holdsSecret));
}
