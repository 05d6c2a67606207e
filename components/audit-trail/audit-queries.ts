/** A question that auditors ask, as Athena takes it. */
export interface AuditQuery {
  /** Part of the query's name. */
  readonly id: string;
  /** What it answers. */
  readonly meaning: string;
  /** SQL over the trail's table. */
  readonly sql: string;
}

const PATIENT = "json_extract_scalar(requestparameters, '$.encryptionContext.patient_id')";

/**
 * The saved queries (S3-39 to S3-42), each over the last 30 days. Patients appear by pseudonym alone
 * which is what the encryption context binds.
 * @param table database and table, such as `"hipaa_dev_audit"."trail"`
 */
export function auditQueries(table: string): readonly AuditQuery[] {
  const select = (columns: string, where: string): string => [
    `SELECT ${columns}`,
    `FROM ${table}`,
    `WHERE day >= date_format(current_date - interval '30' day, '%Y/%m/%d')`,
    `  AND ${where}`,
    "ORDER BY eventtime DESC",
  ].join("\n");
  const who = "eventtime, useridentity.arn AS principal, sourceipaddress";
  return [
    {
      id: "patient-record-access", meaning: "Who accessed which patient records, by pseudonym (S3-40)",
      sql: select(`${who}, eventname, ${PATIENT} AS pseudonym, requestid`, `eventsource = 'kms.amazonaws.com' AND eventname IN ('Decrypt', 'GenerateDataKey') AND ${PATIENT} IS NOT NULL`),
    },
    {
      id: "failed-decryptions", meaning: "Attempts to decrypt that KMS refused (S3-41)",
      sql: select(`${who}, errorcode, errormessage, ${PATIENT} AS pseudonym`, "eventsource = 'kms.amazonaws.com' AND eventname = 'Decrypt' AND errorcode IS NOT NULL"),
    },
    {
      // CloudTrail tells that a guardrail looked, not what it found: the verdict is in the log of whoever asked.
      id: "guardrail-calls", meaning: "Texts that a guardrail looked at, and those it could not look at (S3-42)",
      sql: select(`${who}, errorcode, requestid`, "eventsource = 'bedrock.amazonaws.com' AND eventname = 'ApplyGuardrail'"),
    },
    {
      id: "record-items", meaning: "Reads and writes of record items in DynamoDB (S3-35)",
      sql: select(`${who}, eventname, errorcode`, "eventsource = 'dynamodb.amazonaws.com' AND eventcategory = 'Data'"),
    },
    {
      id: "phi-objects", meaning: "Reads, writes and deletions of PHI objects in S3",
      sql: select(`${who}, eventname, errorcode, json_extract_scalar(requestparameters, '$.bucketName') AS bucket`, "eventsource = 's3.amazonaws.com' AND eventcategory = 'Data'"),
    },
    {
      id: "denied-calls", meaning: "Calls that were denied",
      sql: select(`${who}, eventsource, eventname, errorcode`, "(errorcode LIKE '%UnauthorizedOperation' OR errorcode LIKE 'AccessDenied%')"),
    },
    {
      id: "root-use", meaning: "What the root user did",
      sql: select("eventtime, eventsource, eventname, sourceipaddress, errorcode", "useridentity.type = 'Root' AND useridentity.invokedby IS NULL AND eventtype <> 'AwsServiceEvent'"),
    },
    {
      id: "console-sign-ins", meaning: "Console sign-ins, failed ones and those without MFA",
      sql: select(`${who}, errormessage, json_extract_scalar(additionaleventdata, '$.MFAUsed') AS mfa`, "eventname = 'ConsoleLogin'"),
    },
  ];
}
