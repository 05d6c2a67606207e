import { arnOf, bucketArn, type Deployment } from "../lib/deployment.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";

/** Whose credentials and resources an endpoint lets through. */
export interface EndpointOwner {
  readonly deployment: Deployment;
  /** Every account of this organisation; undefined for the deployment's account alone. */
  readonly organizationId: string | undefined;
}

/** Services whose resources are all ours: nothing that belongs to others is to be reached through their endpoints. */
const OWN_RESOURCES_ONLY: readonly string[] = ["kms", "logs", "monitoring", "secretsmanager", "sns", "sqs"];

/** Its endpoint carries people's browsers, which sign in to Grafana itself and send no credentials of AWS. */
const PEOPLE_ONLY = "grafana-workspace";

/** Policy of one interface endpoint: our principals, and where that is possible our resources. */
export function interfaceEndpointPolicy(owner: EndpointOwner, service: string): string {
  if (service === PEOPLE_ONLY) {
    return policyDocument([ownWorkspaces(owner)]);
  }
  const own = ownPrincipals(owner, OWN_RESOURCES_ONLY.includes(service));
  return policyDocument(service === "sts" ? [own, {
    sid: "WebIdentities",
    reason: "a workload that exchanges its Kubernetes token for a role is nobody's principal yet",
    principals: "*",
    actions: ["sts:AssumeRoleWithWebIdentity"],
    resources: [arnOf(owner.deployment, "iam", "role/*", "")],
  }] : [own]);
}

/** Policy of the gateway endpoint for S3: our buckets for our principals, and the buckets AWS itself serves nodes from. */
export function s3EndpointPolicy(owner: EndpointOwner): string {
  const { region } = owner.deployment;
  return policyDocument([ownPrincipals(owner, true), {
    sid: "ImagesAndPackages",
    reason: "layers of container images, packages of Amazon Linux and of the Systems Manager agent come from buckets of AWS",
    principals: "*",
    actions: ["s3:GetObject"],
    resources: [
      `prod-${region}-starport-layer-bucket`, `al2023-repos-${region}-de612dc2`, `amazon-ssm-${region}`, `patch-baseline-snapshot-${region}`,
    ].map((bucket) => bucketArn(owner.deployment, `${bucket}/*`)),
  }]);
}

/** Policy of the gateway endpoint for DynamoDB: our tables for our principals. */
export function dynamodbEndpointPolicy(owner: EndpointOwner): string {
  return policyDocument([ownPrincipals(owner, true)]);
}

function ownWorkspaces(owner: EndpointOwner): Statement {
  const { resource, value } = ownership(owner);
  return {
    sid: "OwnWorkspaces",
    reason: "whoever is in the network may reach our workspaces and nobody else's; the workspace asks who it is",
    principals: { AWS: ["*"] },
    actions: ["*"],
    resources: ["*"],
    conditions: { StringEquals: { [resource]: value } },
  };
}

/** Condition keys that tell ours from others', and the value that ours have. */
function ownership({ deployment, organizationId }: EndpointOwner): { readonly principal: string; readonly resource: string; readonly value: string } {
  return organizationId === undefined
    ? { principal: "aws:PrincipalAccount", resource: "aws:ResourceAccount", value: deployment.accountId }
    : { principal: "aws:PrincipalOrgID", resource: "aws:ResourceOrgID", value: organizationId };
}

function ownPrincipals(owner: EndpointOwner, ownResourcesOnly: boolean): Statement {
  const { principal, resource, value } = ownership(owner);
  return {
    sid: "OwnPrincipals",
    reason: "credentials of strangers must not carry data out; IAM policies decide what ours may do",
    principals: { AWS: ["*"] },
    actions: ["*"],
    resources: ["*"],
    conditions: { StringEquals: { [principal]: value, ...(ownResourcesOnly ? { [resource]: value } : {}) } },
  };
}

/** An organisation's id as AWS makes them. */
export const ORGANIZATION_ID = /^o-[a-z0-9]{10,32}$/u;
