import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PackResource } from "./pack-resources.ts";

const execute = promisify(execFile);

/** The kinds of resources of the benchmark as Terraform names them. */
const TERRAFORM_TYPES: Readonly<Record<string, string>> = {
  "aws:kms/key:Key": "aws_kms_key",
  "aws:s3/bucket:Bucket": "aws_s3_bucket",
  "aws:s3/bucketVersioning:BucketVersioning": "aws_s3_bucket_versioning",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": "aws_s3_bucket_server_side_encryption_configuration",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": "aws_s3_bucket_public_access_block",
  "aws:s3/bucketPolicy:BucketPolicy": "aws_s3_bucket_policy",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": "aws_s3_bucket_lifecycle_configuration",
  "aws:dynamodb/table:Table": "aws_dynamodb_table",
  "aws:iam/role:Role": "aws_iam_role",
  "aws:iam/policy:Policy": "aws_iam_policy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": "aws_iam_role_policy_attachment",
  "aws:cloudwatch/logGroup:LogGroup": "aws_cloudwatch_log_group",
  "aws:cloudwatch/metricAlarm:MetricAlarm": "aws_cloudwatch_metric_alarm",
  "aws:sns/topic:Topic": "aws_sns_topic",
  "aws:sqs/queue:Queue": "aws_sqs_queue",
  "aws:secretsmanager/secret:Secret": "aws_secretsmanager_secret",
  "aws:ssm/parameter:Parameter": "aws_ssm_parameter",
  "aws:ec2/securityGroup:SecurityGroup": "aws_security_group",
  "aws:ec2/launchTemplate:LaunchTemplate": "aws_launch_template",
  "aws:ecr/repository:Repository": "aws_ecr_repository",
};

/** Properties that hold names and values of the user's own, and keep their spelling. */
const MAPS = new Set(["tags", "tagsAll", "dimensions"]);
/** Lists in Pulumi whose items Terraform has as blocks of another name. */
const RENAMED: Readonly<Record<string, string>> = { rules: "rule", attributes: "attribute", encryptionConfigurations: "encryption_configuration" };

/** Seconds that checkov needs for the resources, start-up included, and how many checks it ran. */
export interface CheckovRun {
  readonly seconds: number;
  readonly checks: number;
}

/** Version of checkov at the path; undefined when there is none that runs. */
export async function checkovVersion(checkov: string): Promise<string | undefined> {
  try {
    return (await execute(checkov, ["--version"])).stdout.trim();
  } catch {
    return undefined;
  }
}

/** Has checkov look at the resources as the plan that Terraform would make of them. */
export async function runCheckov(checkov: string, resources: readonly PackResource[], folder: string): Promise<CheckovRun> {
  const file = join(folder, `plan-${String(resources.length)}.json`);
  writeFileSync(file, JSON.stringify(terraformPlan(resources)));
  const started = performance.now();
  const { stdout } = await execute(checkov, ["--file", file, "--framework", "terraform_plan", "--output", "json", "--soft-fail", "--skip-download", "--quiet", "--compact"], {
    maxBuffer: 2 ** 30, env: { ...process.env, CHECKOV_RUN_SECRETS_SCAN: "false" },
  });
  const seconds = (performance.now() - started) / 1000;
  const { summary }: { readonly summary?: { readonly passed: number; readonly failed: number; readonly resource_count: number } } = JSON.parse(stdout);
  if (summary === undefined || summary.resource_count < resources.length) {
    throw new Error(`checkov looked at ${String(summary?.resource_count ?? 0)} of ${String(resources.length)} resources`);
  }
  return { seconds, checks: summary.passed + summary.failed };
}

/** The plan of a first apply, in the form of `terraform show -json`. */
export function terraformPlan(resources: readonly PackResource[]): object {
  const planned = resources.map(({ type, name, props }) => {
    const terraformType = TERRAFORM_TYPES[type];
    if (terraformType === undefined) {
      throw new Error(`no name in Terraform is known for ${type}`);
    }
    return { address: `${terraformType}.${name}`, mode: "managed", type: terraformType, name, provider_name: "registry.terraform.io/hashicorp/aws", schema_version: 1, values: blockOf(props) };
  });
  return {
    format_version: "1.2",
    terraform_version: "1.9.0",
    planned_values: { root_module: { resources: planned } },
    resource_changes: planned.map(({ values, schema_version: _version, ...resource }) => ({ ...resource, change: { actions: ["create"], before: null, after: values, after_unknown: {} } })),
    configuration: { root_module: { resources: planned.map(({ address, mode, type, name }) => ({ address, mode, type, name, provider_config_key: "aws", expressions: {} })) } },
  };
}

function blockOf(props: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(props).map(([name, value]) => [RENAMED[name] ?? snakeCase(name), MAPS.has(name) ? value : valueOf(value)]));
}

/** Nested blocks are lists in a plan. */
function valueOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => (isBlock(item) ? blockOf(item) : item));
  }
  return isBlock(value) ? [blockOf(value)] : value;
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
