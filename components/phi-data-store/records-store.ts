import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { createRecordsTable } from "./records-table.ts";
import { createRecordsKeyParameter } from "./store-parameters.ts";

export interface RecordsStoreArgs {
  readonly deployment: Deployment;
  /** Key of the records table, and of records before they are stored. */
  readonly recordsKeyArn: pulumi.Input<string>;
  /** Key of parameters. */
  readonly secretsKeyArn: pulumi.Input<string>;
}

/**
 * Patients' records in a table alone, for a stack without database, bucket and network.
 *
 * Guarantees: the table is encrypted with a customer-managed key, recoverable to any second of the last
 * 35 days, protected from deletion, and carries the backup tag; items are found by pseudonym; which key
 * records are encrypted under before they are stored is a SecureString parameter.
 *
 * Requirement rows: S3-08, S3-09, S3-10, S3-13, S3-14, X-09, X-10.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(c)(1), 164.308(a)(7)(ii)(A).
 *
 * #### Cost
 * 0.25 USD a month per GB and 0.20 USD per GB of point-in-time recovery; 0.625 USD per million writes.
 *
 * @example
 * ```typescript
 * const records = new RecordsStore("records", {
 *   deployment, recordsKeyArn: keys.keyArn(KeyClass.PhiRecords), secretsKeyArn: keys.keyArn(KeyClass.Secrets),
 * });
 * ```
 */
export class RecordsStore extends pulumi.ComponentResource {
  /** Name of the table. */
  readonly recordsTableName: pulumi.Output<string>;
  /** ARN of the table. */
  readonly recordsTableArn: pulumi.Output<string>;
  /** Parameter with the ARN of the key of records. */
  readonly recordsKeyParameterName: pulumi.Output<string>;

  constructor(name: string, args: RecordsStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:RecordsStore", name, {}, opts);
    const table = createRecordsTable(this, name, args);
    this.recordsTableName = table.name;
    this.recordsTableArn = table.arn;
    this.recordsKeyParameterName = createRecordsKeyParameter(this, name, args).name;
    this.registerOutputs({ recordsTableName: this.recordsTableName, recordsTableArn: this.recordsTableArn, recordsKeyParameterName: this.recordsKeyParameterName });
  }
}
