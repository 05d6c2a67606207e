import { NamedQuery } from "@pulumi/aws/athena/namedQuery.js";
import type { Workgroup } from "@pulumi/aws/athena/workgroup.js";
import type { CatalogDatabase } from "@pulumi/aws/glue/catalogDatabase.js";
import { CatalogTable } from "@pulumi/aws/glue/catalogTable.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { flowColumns, flowLocation, flowProjection, flowQueries } from "./flow-table.ts";
import { trailNames } from "./trail-names.ts";

export interface FlowQueriesSpec {
  readonly database: CatalogDatabase;
  readonly workgroup: Workgroup;
  /** Years of logs that exist at most. */
  readonly years: number;
}

/** Athena over the flow logs that the log bucket keeps; without any, its answers are empty. */
export function createFlowQueries(parent: pulumi.Resource, name: string, deployment: Deployment, { database, workgroup, years }: FlowQueriesSpec): void {
  const names = trailNames(deployment);
  const table = new CatalogTable(`${name}-flow-table`, {
    databaseName: database.name,
    name: names.flowTable,
    tableType: "EXTERNAL_TABLE",
    parameters: flowProjection(deployment, years),
    partitionKeys: [{ name: "hour", type: "string" }],
    storageDescriptor: {
      columns: flowColumns(),
      location: flowLocation(deployment),
      inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
      outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
      serDeInfo: { serializationLibrary: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe", parameters: { "field.delim": " ", "serialization.format": " " } },
    },
  }, { parent });
  for (const { id, meaning, sql } of flowQueries(`"${names.database}"."${names.flowTable}"`)) {
    new NamedQuery(`${name}-query-${id}`, {
      name: `${deployment.prefix}-${id}`, description: meaning, workgroup: workgroup.name, database: database.name, query: sql,
    }, { parent, dependsOn: [table] });
  }
}
