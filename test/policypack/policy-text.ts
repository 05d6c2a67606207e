type Statement = Readonly<Record<string, unknown>>;

/** A policy document as text, as AWS and the provider pass it on. */
export function policyText(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** An Allow of one read on one named resource, changed as given; `undefined` removes an element. */
export function allow(change: Statement = {}): Statement {
  return { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::phi-records/*", ...change };
}

/** A Deny of everything to anyone. */
export const DENY_ALL: Statement = { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" };
