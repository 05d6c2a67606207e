import { Dashboard } from "@pulumi/aws/cloudwatch/dashboard.js";
import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { AlarmPlan } from "./alarm-plan.ts";
import { alarmName } from "./alarms.ts";
import type { DashboardPlan } from "./dashboard-plan.ts";
import { dashboardBody } from "./dashboard-widgets.ts";
import { observabilityNames } from "./observability-names.ts";

/** Namespaces whose alarms stand on the cluster's dashboard; the others stand on the service's. */
const CLUSTER_NAMESPACES: ReadonlySet<string> = new Set(["ContainerInsights", "AWS/EKS"]);

/** A dashboard for each subject, with its alarms on top. @returns their names */
export function createDashboards(parent: pulumi.Resource, name: string, deployment: Deployment, plans: readonly DashboardPlan[], alarms: readonly AlarmPlan[]): pulumi.Output<string>[] {
  const names = observabilityNames(deployment);
  return plans.map(({ subject, sections }) => {
    const alarmArns = alarms.filter(({ namespace }) => subject !== "compliance" && CLUSTER_NAMESPACES.has(namespace) === (subject === "cluster"))
      .map((plan) => names.alarmArn(alarmName(deployment, plan)));
    return new Dashboard(`${name}-${subject}-dashboard`, {
      dashboardName: names.dashboard(subject), dashboardBody: pulumi.jsonStringify(dashboardBody({ region: deployment.region, alarmArns, sections })),
    }, { parent }).dashboardName;
  });
}
