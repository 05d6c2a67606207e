import { arnOf, bucketName, type Deployment } from "../lib/deployment.ts";
import type { RemediationApproval } from "./remediations.ts";

/** Physical names of everything that watches compliance; policies are built from them. */
export interface MonitorNames {
  readonly historyBucket: string;
  readonly accessLogBucket: string;
  readonly recorder: string;
  readonly aggregator: string;
  readonly aggregatorRole: string;
  /** Conformance packs take letters, digits and dashes. */
  readonly hipaaPack: string;
  readonly platformPack: string;
  readonly checkFunction: string;
  readonly checkRole: string;
  readonly checkLogGroup: string;
  readonly checkQueue: string;
  readonly checkRule: string;
  /** CloudWatch namespace of the function's metrics (S4-64). */
  readonly metricNamespace: string;
  readonly remediationRole: (approval: RemediationApproval) => string;
  readonly remediationRoleArn: (approval: RemediationApproval) => string;
}

export function monitorNames(deployment: Deployment): MonitorNames {
  const { prefix } = deployment;
  const remediationRole = (approval: RemediationApproval): string => `${prefix}-remediation-${approval}`;
  return {
    historyBucket: bucketName(deployment, "config"),
    accessLogBucket: bucketName(deployment, "config-access"),
    recorder: `${prefix}-recorder`,
    aggregator: `${prefix}-aggregator`,
    aggregatorRole: `${prefix}-config-aggregator`,
    hipaaPack: `${prefix}-hipaa-security`,
    platformPack: `${prefix}-platform`,
    checkFunction: `${prefix}-compliance-check`,
    checkRole: `${prefix}-compliance-check`,
    checkLogGroup: `/aws/lambda/${prefix}-compliance-check`,
    checkQueue: `${prefix}-compliance-check-failed`,
    checkRule: `${prefix}-compliance-check`,
    metricNamespace: `${prefix}/compliance`,
    remediationRole,
    remediationRoleArn: (approval) => arnOf(deployment, "iam", `role/${remediationRole(approval)}`, ""),
  };
}
