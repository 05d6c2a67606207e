/**
 * The data classes that have a key of their own, so that the right to read one class never opens
 * another (S3-11, S1-19).
 */
export const KeyClass = {
  /** PHI in S3, RDS and node volumes. */
  PhiData: "phi-data",
  /** Patient records in DynamoDB. */
  PhiRecords: "phi-records",
  /** CloudWatch log groups, metrics and traces. */
  Logs: "logs",
  /** CloudTrail, AWS Config and their buckets. */
  Audit: "audit",
  /** Secrets Manager, Parameter Store, Kubernetes secrets, settings of functions. */
  Secrets: "secrets",
  /** Backup vaults. */
  Backup: "backup",
  /** SNS topics and SQS queues. */
  Messages: "messages",
} as const;
export type KeyClass = (typeof KeyClass)[keyof typeof KeyClass];

/** All classes, in the order keys are created. */
export const KEY_CLASSES: readonly KeyClass[] = Object.values(KeyClass);

/** Alias of a class's key in both regions, known before the key exists; the audit key keeps the name that S4-42 asks for. */
export function keyAlias(prefix: string, keyClass: KeyClass): string {
  return `alias/${prefix}/${keyClass === KeyClass.Audit ? "cloudtrail-encryption-key" : keyClass}`;
}

/** `DataClassification` tag of each key: the class of the data it opens. */
export const CLASSIFICATIONS = {
  "phi-data": "phi",
  "phi-records": "phi",
  logs: "operational",
  audit: "audit",
  secrets: "secret",
  backup: "phi",
  messages: "operational",
} as const satisfies Readonly<Record<KeyClass, string>>;

/** Classes of data under Object Lock or vault lock. */
export const LOCKED_DATA: ReadonlySet<KeyClass> = new Set([KeyClass.PhiData, KeyClass.Audit, KeyClass.Backup]);
