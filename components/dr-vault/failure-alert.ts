import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { vaultNames } from "./vault-names.ts";
import { failurePattern } from "./vault-policies.ts";

/** An alert for every backup, copy or restore that fails. */
export function createFailureAlert(parent: pulumi.Resource, name: string, deployment: Deployment, topicArn: pulumi.Input<string>): void {
  const { failureRule } = vaultNames(deployment);
  const rule = new EventRule(`${name}-failures`, {
    name: failureRule, description: "Backups, copies and restores that failed", eventPattern: failurePattern(), tags: classified("operational"),
  }, { parent });
  new EventTarget(`${name}-failures-target`, {
    rule: rule.name, arn: topicArn, targetId: "alerts",
    inputTransformer: {
      inputPaths: { kind: "$.detail-type", time: "$.time", region: "$.region", id: "$.id" },
      inputTemplate: '"<kind>: a job failed in <region> at <time>. Look it up in AWS Backup; event <id>."',
    },
  }, { parent });
}
