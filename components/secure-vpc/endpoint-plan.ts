import { arnOf, bucketArn, type Deployment } from "../lib/deployment.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import type { Problem } from "../lib/problems.ts";

/** One interface endpoint: a private way to one AWS service. */
export interface InterfaceEndpoint {
  /** Service as in `com.amazonaws.<region>.<service>`. */
  readonly service: string;
  /** Who needs it. */
  readonly reason: string;
}

/**
 * What a private cluster and the records API call. Without these endpoints nodes do not join, and
 * what they send to AWS leaves the VPC through NAT (S5-07).
 */
const NEEDED: Readonly<Record<string, string>> = {
  autoscaling: "the cluster's autoscaler and node life cycle",
  ec2: "nodes describe themselves; the VPC CNI and the EBS driver attach interfaces and volumes",
  ec2messages: "Systems Manager agent, for access without SSH",
  "ecr.api": "nodes authenticate to the image registry",
  "ecr.dkr": "nodes pull images",
  eks: "nodes look the cluster up when they start",
  "eks-auth": "the Pod Identity agent fetches credentials of workloads",
  elasticloadbalancing: "the load balancer controller",
  kms: "envelope encryption of records and secrets",
  logs: "logs of workloads and nodes",
  monitoring: "metrics and alarms",
  secretsmanager: "workloads fetch credentials when they run",
  ssm: "parameters, and access without SSH",
  ssmmessages: "sessions of Session Manager",
  sts: "workload identities",
};

/** Services whose resources are all ours: nothing outside the account is to be reached through their endpoints. */
const OWN_RESOURCES_ONLY: readonly string[] = ["kms", "logs", "monitoring", "secretsmanager", "sns", "sqs"];

/** The interface endpoints of a network: what the platform needs, and what the caller adds. Sorted by service. */
export function interfaceEndpoints(additional: readonly string[]): readonly InterfaceEndpoint[] {
  const reasons = { ...Object.fromEntries(additional.map((service) => [service, "asked for by the stack"])), ...NEEDED };
  return Object.entries(reasons).map(([service, reason]) => ({ service, reason })).sort((one, other) => one.service < other.service ? -1 : 1);
}

export function endpointProblems(additional: readonly string[]): readonly Problem[] {
  return additional.flatMap((service, index) => {
    const argument = `additionalEndpoints[${String(index)}]`;
    if (service === "s3" || service === "dynamodb") {
      return [{ argument, value: service, allowed: "an interface endpoint; S3 and DynamoDB have gateway endpoints, which are always there and cost nothing", change: "Leave it out" }];
    }
    return /^[a-z0-9][a-z0-9.-]*$/u.test(service) ? [] : [{
      argument, value: service, allowed: "a service as in com.amazonaws.<region>.<service>", change: "Give the part after the region, such as bedrock-runtime",
    }];
  });
}

/** Policy of one interface endpoint: principals of this account, and where that is possible resources of this account. */
export function interfaceEndpointPolicy(deployment: Deployment, service: string): string {
  const own = ownPrincipals(deployment, OWN_RESOURCES_ONLY.includes(service));
  return policyDocument(service === "sts" ? [own, {
    sid: "WebIdentities",
    reason: "a workload that exchanges its Kubernetes token for a role is nobody's principal yet",
    principals: "*",
    actions: ["sts:AssumeRoleWithWebIdentity"],
    resources: [arnOf(deployment, "iam", "role/*", "")],
  }] : [own]);
}

/** Policy of the gateway endpoint for S3: our buckets for our principals, and the buckets AWS itself serves nodes from. */
export function s3EndpointPolicy(deployment: Deployment): string {
  const { region } = deployment;
  return policyDocument([ownPrincipals(deployment, true), {
    sid: "ImagesAndPackages",
    reason: "layers of container images, packages of Amazon Linux and of the Systems Manager agent come from buckets of AWS",
    principals: "*",
    actions: ["s3:GetObject"],
    resources: [
      `prod-${region}-starport-layer-bucket`, `al2023-repos-${region}-de612dc2`, `amazon-ssm-${region}`, `patch-baseline-snapshot-${region}`,
    ].map((bucket) => bucketArn(deployment, `${bucket}/*`)),
  }]);
}

/** Policy of the gateway endpoint for DynamoDB: our tables for our principals. */
export function dynamodbEndpointPolicy(deployment: Deployment): string {
  return policyDocument([ownPrincipals(deployment, true)]);
}

function ownPrincipals(deployment: Deployment, ownResourcesOnly: boolean): Statement {
  return {
    sid: "OwnPrincipals",
    reason: "credentials of another account must not carry data out; IAM policies decide what ours may do",
    principals: { AWS: ["*"] },
    actions: ["*"],
    resources: ["*"],
    conditions: {
      StringEquals: {
        "aws:PrincipalAccount": deployment.accountId,
        ...(ownResourcesOnly ? { "aws:ResourceAccount": deployment.accountId } : {}),
      },
    },
  };
}
