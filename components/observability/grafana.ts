import { Workspace } from "@pulumi/aws/grafana/workspace.js";
import { Role } from "@pulumi/aws/iam/role.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { attachOwn, ownPolicy } from "../lib/own-policy.ts";
import { policyDocument, serviceTrust, type Statement } from "../lib/policy-document.ts";
import type { Problem } from "../lib/problems.ts";
import { observabilityNames } from "./observability-names.ts";
import type { ObservabilityArgs } from "./observability.ts";

/** How people reach Managed Grafana (S1-40). */
export interface GrafanaAccess {
  /** Ids of interface endpoints of the service `grafana-workspace`, 1 to 5; no other way leads to the workspace, not even from the internet. */
  readonly vpcEndpointIds: pulumi.Input<string>[];
}

/** As many endpoints as AWS takes for a workspace. */
const MOST_ENDPOINTS = 5;

/**
 * A workspace of Managed Grafana over metrics alone: people sign in by IAM Identity Center and come
 * through the given endpoints, and the role reads numbers, never a log, which might hold PHI.
 * Alarms stay CloudWatch's: the workspace may send nothing.
 */
export function createGrafana(parent: pulumi.Resource, name: string, deployment: Deployment, { vpcEndpointIds }: GrafanaAccess): Workspace {
  const { grafana } = observabilityNames(deployment);
  const role = new Role(`${name}-grafana-role`, {
    name: grafana,
    description: "Managed Grafana reads metrics",
    assumeRolePolicy: serviceTrust("grafana.amazonaws.com", deployment.accountId),
  }, { parent });
  const policy = ownPolicy(`${name}-grafana-policy`, { deployment, name: grafana, description: "Metrics of CloudWatch and of one Prometheus workspace, no logs", policy: policyDocument(grafanaStatements(deployment)) }, { parent: role });
  const permissions = attachOwn(`${name}-grafana-permission`, { deployment, role: role.name, policy }, { parent: role });
  return new Workspace(`${name}-grafana`, {
    name: grafana,
    description: "Metrics of the platform, without PHI",
    accountAccessType: "CURRENT_ACCOUNT",
    authenticationProviders: ["AWS_SSO"],
    permissionType: "CUSTOMER_MANAGED",
    dataSources: ["CLOUDWATCH", "PROMETHEUS"],
    roleArn: role.arn,
    networkAccessControl: { prefixListIds: [], vpceIds: [...vpcEndpointIds] },
    tags: classified("operational", { Name: grafana }),
  }, { parent, dependsOn: [...permissions] });
}

/** What the workspace may read: numbers, by no right that also opens logs, traces or tables. */
export function grafanaStatements(deployment: Deployment): readonly Statement[] {
  return [
    {
      sid: "QueryPrometheus",
      reason: "dashboards query the platform's Prometheus workspace; it is known by its tag, as AWS makes up its id",
      actions: ["aps:DescribeWorkspace", "aps:GetLabels", "aps:GetMetricMetadata", "aps:GetSeries", "aps:QueryMetrics"],
      resources: [arnOf(deployment, "aps", "workspace/*")],
      conditions: { StringEquals: { "aws:ResourceTag/Name": deployment.prefix } },
    },
    { sid: "FindPrometheus", reason: "the data source looks workspaces up by listing", actions: ["aps:ListWorkspaces"], resources: ["*"] },
    {
      sid: "ReadMetrics", reason: "dashboards show CloudWatch's metrics, which AWS holds to no resource; they carry no PHI (X-15)",
      actions: ["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"], resources: ["*"],
    },
  ];
}

/** What a workspace needs and is not given. */
export function grafanaProblems({ vpcEndpointIds }: GrafanaAccess, { prometheus }: Pick<ObservabilityArgs, "prometheus">): readonly Problem[] {
  const count = vpcEndpointIds.length;
  return [
    ...(prometheus === false ? [{ argument: "prometheus", value: false, allowed: "true where there is Managed Grafana, which shows its metrics", change: "Leave it out, or remove grafana" }] : []),
    ...(count >= 1 && count <= MOST_ENDPOINTS ? [] : [{
      argument: "grafana.vpcEndpointIds", value: count === 0 ? [] : `${String(count)} endpoints`, allowed: `1 to ${String(MOST_ENDPOINTS)} endpoints of grafana-workspace; without one nobody reaches the workspace`,
      change: "Give the endpoint of the network that people come from",
    }]),
  ];
}
