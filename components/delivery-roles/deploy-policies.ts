import { arnOf, bucketArn, type Deployment, viaService } from "../lib/deployment.ts";
import type { Statement } from "../lib/policy-document.ts";
import { DEPLOY_ACTIONS } from "./deploy-actions/deployable-types.ts";
import { deployRights, Reach, sectionOf } from "./deploy-words.ts";

/** What the policies are made for. */
export interface DeployScope {
  readonly deployment: Deployment;
  /** Aliases of the keys under which resources are encrypted. */
  readonly keyAliases: readonly string[];
}

/** The policy of a pipeline that previews resources of these types: settings are read, nothing is changed, no content is read. */
export function previewStatements(types: readonly string[], { deployment }: DeployScope): readonly Statement[] {
  const { named, anywhere } = deployRights(types, Reach.Read);
  return [...namedStatements(deployment, named, "read"), anywhereStatement(anywhere, "lookups that AWS holds to no resource"), {
    sid: "PublicParameters",
    reason: "ids of machine images that AWS publishes",
    actions: ["ssm:GetParameter"],
    resources: [`arn:${deployment.partition ?? "aws"}:ssm:*::parameter/aws/service/*`],
  }];
}

/**
 * The exact policy of a pipeline that deploys resources of these types (S3-48): their services'
 * actions, on what carries the deployment's prefix where AWS lets one name it.
 */
export function deployStatements(types: readonly string[], { deployment, keyAliases }: DeployScope): readonly Statement[] {
  const { named, anywhere, passedTo, linked, keysThrough } = deployRights(types, Reach.Deploy);
  const ownKeys = {
    "ForAnyValue:StringEquals": { "kms:ResourceAliases": [...keyAliases] },
    StringEquals: { "kms:ViaService": keysThrough.flatMap((service) => regionsOf(deployment).map((region) => viaService(service, region))) },
  };
  return [
    ...namedStatements(deployment, named, "create, read, change and delete"),
    anywhereStatement(anywhere, "lookups, and actions that AWS holds to no resource"),
    ...(passedTo.length === 0 ? [] : [{
      sid: "PassRoles",
      reason: "roles of the deployment are given to the services that act under them, and to no other",
      actions: ["iam:PassRole"],
      resources: [arnOf(deployment, "iam", `role/${deployment.prefix}-*`, "")],
      conditions: { StringEquals: { "iam:PassedToService": passedTo } },
    }]),
    ...(linked.length === 0 ? [] : [{
      sid: "ServiceLinkedRoles",
      reason: "these services make a role of their own the first time they are used",
      actions: ["iam:CreateServiceLinkedRole"],
      resources: [arnOf(deployment, "iam", "role/aws-service-role/*", "")],
      conditions: { StringEquals: { "iam:AWSServiceName": linked } },
    }]),
    ...(keysThrough.length === 0 || keyAliases.length === 0 ? [] : [{
      sid: "UseKeys",
      reason: "services encrypt new resources under the deployment's keys, on behalf of who creates them",
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
      resources: [arnOf(deployment, "kms", "key/*", "*")],
      conditions: ownKeys,
    }, {
      sid: "GrantKeys",
      reason: "services keep a grant on the key of a resource while it exists",
      actions: ["kms:CreateGrant"],
      resources: [arnOf(deployment, "kms", "key/*", "*")],
      conditions: { ...ownKeys, Bool: { "kms:GrantIsForAWSResource": "true" } },
    }]),
  ];
}

function namedStatements(deployment: Deployment, named: ReadonlyMap<string, readonly string[]>, what: string): readonly Statement[] {
  return [...named].map(([section, actions]) => ({
    sid: sidOf(section),
    reason: `${what} resources of ${section} that the program registers`,
    actions,
    resources: resourcesOf(deployment, section),
  }));
}

/** One `Describe*` for each service stands for its lookups, as they give out settings alone. */
function anywhereStatement(actions: readonly string[], reason: string): Statement {
  const lookups = new Set(actions.filter((action) => action.includes(":Describe")).map((action) => `${action.split(":")[0] ?? ""}:Describe*`));
  return { sid: "Anywhere", reason, actions: [...lookups, "sts:GetCallerIdentity", ...actions.filter((action) => !action.includes(":Describe"))].sort(), resources: ["*"] };
}

/** ARN patterns that a section's actions are held to. */
function resourcesOf(deployment: Deployment, section: string): readonly string[] {
  const patterns = DEPLOY_ACTIONS.find((candidate) => sectionOf(candidate.service, candidate.section) === section)?.resources ?? [];
  const filled = { account: deployment.accountId, prefix: deployment.prefix, name: deployment.prefix.replaceAll("-", "_") };
  return patterns.map((pattern) => `arn:${deployment.partition ?? "aws"}:${Object.entries(filled).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), pattern)}`);
}

/** Where the state of the stacks is kept. */
export interface StateBackend {
  /** Bucket of the state files. */
  readonly bucket: string;
  /** Alias of the key that encrypts the bucket and the stacks' secrets. */
  readonly keyAlias: string;
}

/** Access to Pulumi's state in S3 (S3-49): a preview reads it, a deployment locks and writes it. */
export function stateStatements(deployment: Deployment, { bucket, keyAlias }: StateBackend, reach: Reach): readonly Statement[] {
  const deploys = reach === Reach.Deploy;
  return [
    { sid: "ListState", reason: "stacks and their locks are found by listing", actions: ["s3:GetBucketLocation", "s3:ListBucket"], resources: [bucketArn(deployment, bucket)] },
    {
      sid: "StateFiles",
      reason: deploys ? "the state is read, locked and written" : "the state is read, to compare",
      actions: deploys ? ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"] : ["s3:GetObject"],
      resources: [bucketArn(deployment, `${bucket}/*`)],
    },
    {
      sid: "StateKey",
      reason: "the state and the secrets in it are encrypted",
      actions: deploys ? ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"] : ["kms:Decrypt", "kms:DescribeKey"],
      resources: [arnOf(deployment, "kms", "key/*")],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": keyAlias } },
    },
  ];
}

function regionsOf(deployment: Deployment): readonly string[] {
  return [...new Set([deployment.region, deployment.recoveryRegion, "us-east-1"])];
}

function sidOf(section: string): string {
  return section.split("-").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join("");
}
