/** What a resource holds. The tag `DataClassification` carries it; keys, retention and rules follow from it. */
export const DataClassification = {
  /** Electronic protected health information. */
  Phi: "phi",
  /** Evidence of who did what: trails, access logs. Kept for six years. */
  Audit: "audit",
  /** Operational logs and metrics, free of PHI by design. */
  Operational: "operational",
  /** Credentials. */
  Secret: "secret",
} as const;
export type DataClassification = (typeof DataClassification)[keyof typeof DataClassification];

/** The tag for a resource that holds data of one class. */
export function classified(classification: DataClassification, tags: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...tags, DataClassification: classification };
}
