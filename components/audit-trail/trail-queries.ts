import { NamedQuery } from "@pulumi/aws/athena/namedQuery.js";
import { Workgroup } from "@pulumi/aws/athena/workgroup.js";
import { CatalogDatabase } from "@pulumi/aws/glue/catalogDatabase.js";
import { CatalogTable } from "@pulumi/aws/glue/catalogTable.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { auditQueries } from "./audit-queries.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { createFlowQueries } from "./flow-queries.ts";
import { trailNames } from "./trail-names.ts";
import { PARTITIONS, trailColumns, trailLocation, trailProjection } from "./trail-table.ts";

/** Days for which answers are kept; the logs they come from are kept for years. */
const RESULT_DAYS = 30;
/** Most that one query may read, in bytes: 1 TiB, about 5 USD. */
const QUERY_LIMIT = 1024 ** 4;

/**
 * Athena over the trail: table, saved queries, and a workgroup whose encrypted results nobody can
 * send elsewhere (S3-38, S3-39).
 * @returns name of the workgroup
 */
export function createQueries(parent: pulumi.Resource, name: string, args: AuditTrailArgs, retentionDays: number, accessLogs: SecureBucket): pulumi.Output<string> {
  const { deployment, organizationId } = args;
  const logsKeyArn = args.logsKeyArn ?? args.auditKeyArn;
  const names = trailNames(deployment);
  const results = createResults(parent, name, args, accessLogs);
  const workgroup = new Workgroup(`${name}-workgroup`, {
    name: names.workgroup,
    description: "Questions to the audit trail",
    forceDestroy: false,
    configuration: {
      enforceWorkgroupConfiguration: true,
      publishCloudwatchMetricsEnabled: true,
      bytesScannedCutoffPerQuery: QUERY_LIMIT,
      resultConfiguration: {
        outputLocation: `s3://${names.resultBucket}/`,
        expectedBucketOwner: deployment.accountId,
        encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: logsKeyArn },
      },
    },
    tags: classified("audit", { Name: names.workgroup }),
  }, { parent, dependsOn: [...results.guards] });
  const database = new CatalogDatabase(`${name}-database`, { name: names.database, description: "The audit trail", tags: classified("audit") }, { parent });
  const table = new CatalogTable(`${name}-table`, {
    databaseName: database.name,
    name: names.table,
    tableType: "EXTERNAL_TABLE",
    parameters: trailProjection(deployment, {
      regions: args.queryRegions ?? [...new Set([deployment.region, deployment.recoveryRegion, "us-east-1"])],
      years: Math.ceil(retentionDays / 365),
      organizationId,
    }),
    partitionKeys: PARTITIONS.map((partition) => ({ name: partition, type: "string" })),
    storageDescriptor: {
      columns: trailColumns(),
      location: trailLocation(deployment, organizationId),
      inputFormat: "com.amazon.emr.cloudtrail.CloudTrailInputFormat",
      outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
      serDeInfo: { serializationLibrary: "org.apache.hive.hcatalog.data.JsonSerDe" },
    },
  }, { parent });
  for (const { id, meaning, sql } of auditQueries(`"${names.database}"."${names.table}"`)) {
    new NamedQuery(`${name}-query-${id}`, {
      name: `${deployment.prefix}-${id}`, description: meaning, workgroup: workgroup.name, database: database.name, query: sql,
    }, { parent, dependsOn: [table] });
  }
  createFlowQueries(parent, name, deployment, { database, workgroup, years: Math.ceil(retentionDays / 365) });
  return workgroup.name;
}

function createResults(parent: pulumi.Resource, name: string, { deployment, auditKeyArn, logsKeyArn }: AuditTrailArgs, accessLogs: SecureBucket): SecureBucket {
  const { resultBucket, accessLogBucket } = trailNames(deployment);
  return secureBucket(`${name}-results`, {
    deployment,
    bucket: resultBucket,
    // Copies of what the log bucket holds as evidence.
    classification: "operational",
    disposable: true,
    // Results are made from evidence but are none: they go with the stack, and the audit key opens evidence only.
    keyArn: logsKeyArn ?? auditKeyArn,
    statements: [],
    accessLogs: { bucket: accessLogBucket, readyAfter: accessLogs.guards },
    lifecycle: [{
      id: "results", status: "Enabled", filter: {},
      expiration: { days: RESULT_DAYS },
      noncurrentVersionExpiration: { noncurrentDays: 1 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
    }],
  }, parent);
}
