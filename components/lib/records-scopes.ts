/** OAuth 2.0 scopes of the records API: what an application may do for the person who signed in. */
export const RecordsScope = {
  /** Read records. */
  Read: "records.read",
  /** Create and change records. */
  Write: "records.write",
  /** Delete records. */
  Delete: "records.delete",
} as const;
export type RecordsScope = (typeof RecordsScope)[keyof typeof RecordsScope];

/** Identifier of the records API among the APIs of a user pool. */
export const RECORDS_API = "patient-records";

/** A scope as access tokens carry it and API Gateway compares it. */
export function oauthScope(scope: RecordsScope): string {
  return `${RECORDS_API}/${scope}`;
}
