import type { input } from "@pulumi/aws/types/index.js";
import { arnOf, bucketArn, type Deployment } from "../lib/deployment.ts";

type Selector = input.cloudtrail.TrailAdvancedEventSelector;

/**
 * Data events of Bedrock (S3-36), by CloudTrail's own names: Bedrock's manual calls a prompt `Prompt`,
 * which CloudTrail refuses. Ordinary invocations of models are management events, recorded anyway.
 */
const BEDROCK_RESOURCES = ["AgentAlias", "AsyncInvoke", "FlowAlias", "FlowExecution", "Guardrail", "InlineAgent", "KnowledgeBase", "Model", "PromptVersion", "Session"];

/** Values that CloudTrail takes over all conditions of a trail's advanced selectors. */
export const SELECTOR_VALUE_LIMIT = 500;

export interface RecordedStores {
  /** Names of buckets with PHI. */
  readonly buckets: readonly string[];
  /** Names of tables with PHI. */
  readonly tables: readonly string[];
}

/**
 * What the trail records: all management events, which include every use of KMS keys and of
 * parameters (S3-34, S3-37: Parameter Store has no data events), and data events of the PHI stores,
 * of blocks of snapshots, of the stack's functions and of Bedrock; tables and functions in both
 * regions, as a trail of all regions sees replicas too. The bucket that receives the log is never
 * among them: each delivery would cause the next.
 */
export function eventSelectors(deployment: Deployment, { buckets, tables }: RecordedStores): Selector[] {
  const regions = [deployment.region, deployment.recoveryRegion];
  const tableArns = tables.flatMap((table) => regions.map((region) => arnOf(deployment, "dynamodb", `table/${table}`, region)));
  return [
    { name: "Management events, read and write", fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
    ...(buckets.length === 0 ? [] : [data("Objects of PHI buckets", "AWS::S3::Object", {
      field: "resources.ARN", startsWiths: buckets.map((bucket) => bucketArn(deployment, `${bucket}/`)),
    })]),
    ...(tables.length === 0 ? [] : [
      data("Items of PHI tables", "AWS::DynamoDB::Table", { field: "resources.ARN", equals: tableArns }),
      data("Streams of PHI tables", "AWS::DynamoDB::Stream", { field: "resources.ARN", startsWiths: tableArns.map((arn) => `${arn}/stream/`) }),
    ]),
    data("Invocations of the stack's functions", "AWS::Lambda::Function", {
      field: "resources.ARN", startsWiths: regions.map((region) => arnOf(deployment, "lambda", `function:${deployment.prefix}-`, region)),
    }),
    data("Blocks of volume snapshots", "AWS::EC2::Snapshot"),
    ...BEDROCK_RESOURCES.map((resource) => data(`Bedrock: ${resource}`, `AWS::Bedrock::${resource}`)),
  ];
}

function data(name: string, resourceType: string, ...filters: readonly input.cloudtrail.TrailAdvancedEventSelectorFieldSelector[]): Selector {
  return {
    name,
    fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }, { field: "resources.type", equals: [resourceType] }, ...filters],
  };
}
