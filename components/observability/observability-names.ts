import { arnOf, bucketName, type Deployment } from "../lib/deployment.ts";

/** Physical names of everything that observes; policies and dashboards are built from them. */
export interface ObservabilityNames {
  readonly serviceLog: (service: string) => string;
  readonly findingsLog: string;
  readonly findingsMetric: string;
  /** CloudWatch namespace of metrics made from logs. */
  readonly metricNamespace: string;
  readonly prometheusLog: string;
  /** Workspace of Managed Grafana, and its role. */
  readonly grafana: string;
  readonly canary: string;
  readonly canaryRole: string;
  readonly canaryBucket: string;
  readonly canaryAccessLogs: string;
  readonly dashboard: (subject: string) => string;
  readonly alarmArn: (name: string) => string;
}

export function observabilityNames(deployment: Deployment): ObservabilityNames {
  const { prefix } = deployment;
  return {
    serviceLog: (service) => `/${prefix}/${service}`,
    findingsLog: `/aws/vendedlogs/${prefix}/patient-data-findings`,
    findingsMetric: "patient-data-findings",
    metricNamespace: `${prefix}/observability`,
    prometheusLog: `/aws/vendedlogs/prometheus/${prefix}`,
    grafana: `${prefix}-grafana`,
    canary: `${prefix}-api`,
    canaryRole: `${prefix}-canary`,
    canaryBucket: bucketName(deployment, "canary"),
    canaryAccessLogs: bucketName(deployment, "canary-access"),
    dashboard: (subject) => `${prefix}-${subject}`,
    alarmArn: (name) => arnOf(deployment, "cloudwatch", `alarm:${name}`),
  };
}
