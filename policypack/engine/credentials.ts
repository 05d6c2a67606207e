/** Last words of names whose values are credentials: `DB_PASSWORD`, `apiKey`, but not `PASSWORD_FILE` or `TOKEN_TTL`. */
const CREDENTIAL_NAME =
  /(?:^|[._-])(?:password|passwd|passphrase|secret|token|api[._-]?key|access[._-]?key(?:[._-]?id)?|secret[._-]?(?:access[._-]?)?key|private[._-]?key|credentials?|webhook[._-]?url|connection[._-]?string)$/u;

/** Values that only point to a credential, or switch something: ARNs, expansions of other variables, file names, numbers, booleans. */
const POINTER = /^(?:|arn:.*|\$\(.*\)|\$\{.*\}|\{\{.*\}\}|\/[\w./-]*|true|false|\d+)$/su;

const CREDENTIALS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u, "an AWS access key"],
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/u, "a private key"],
  [/\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{22,}\b/u, "a GitHub token"],
  [/\bxox[abposr]-[A-Za-z0-9-]{10,}/u, "a Slack token"],
  [/https:\/\/hooks\.slack\.com\/services\/\w+\/\w+\/\w+/u, "a Slack webhook"],
  [/\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/u, "a signed token"],
  [/\b[a-z][a-z\d+.-]*:\/\/[^\s:/?#@$]+:[^\s/?#@${]+@/iu, "a URL with a password"],
  [/^\s*["']?\w*(?:password|passwd|passphrase)["']?\s*[:=]\s*["']?[^\s"'${}<>/,;][^\s"']{3,}/imu, "a password"],
];

/** True for the name of a variable, key or parameter whose value is a credential. */
export function namesCredential(name: string): boolean {
  const words = name.replaceAll(/([a-z\d])([A-Z])/gu, "$1_$2").toLowerCase();
  return CREDENTIAL_NAME.test(words);
}

/** True for a value that is not itself a credential, whatever its name says. */
export function pointsElsewhere(value: string): boolean {
  return POINTER.test(value.trim());
}

/** What kind of credential the text holds, if any; never the credential itself. */
export function credentialIn(text: string): string | undefined {
  return CREDENTIALS.find(([pattern]) => pattern.test(text))?.[1];
}
