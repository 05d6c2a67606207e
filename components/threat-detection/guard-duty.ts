import { Detector } from "@pulumi/aws/guardduty/detector.js";
import { DetectorFeature } from "@pulumi/aws/guardduty/detectorFeature.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";

/** Protection plans beside the foundational analysis of CloudTrail, flow logs and DNS. */
const FEATURES = ["S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS", "RUNTIME_MONITORING"] as const;
/** Agents that GuardDuty installs and updates itself. All three: GuardDuty reports all, so one left out would show as a change. */
const AGENTS = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"] as const;

/** GuardDuty in one region, with every protection. */
export function createDetector(parent: pulumi.Resource, name: string, region: string): Detector {
  const detector = new Detector(name, { region, enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES", tags: classified("operational") }, { parent });
  for (const feature of FEATURES) {
    new DetectorFeature(`${name}-${feature.toLowerCase().replaceAll("_", "-")}`, {
      region, detectorId: detector.id, name: feature, status: "ENABLED",
      ...(feature === "RUNTIME_MONITORING" ? { additionalConfigurations: AGENTS.map((agent) => ({ name: agent, status: "ENABLED" })) } : {}),
    }, { parent: detector });
  }
  return detector;
}
