export const accountId = "123456789012";
/** A key that another stack made. */
export const key = `arn:aws:kms:us-east-1:${accountId}:key/11111111-2222-3333-4444-555555555555`;

/** A policy document of statements that allow. */
export function allow(...statements: readonly Readonly<Record<string, unknown>>[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })) });
}

/** The statement by which an account's own policies decide on a key. */
export const byPoliciesOfTheAccount = { Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: "kms:*", Resource: "*" } as const;

export function role(name: string): string {
  return `arn:aws:iam::${accountId}:role/clinic-${name}`;
}
