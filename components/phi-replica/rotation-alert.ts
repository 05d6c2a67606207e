import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { replicaNames, storeNames } from "../lib/store-names.ts";

/** Failed rotations of the database's secret; a secret's ARN ends in six characters of AWS's own. */
export function rotationFailures(deployment: Deployment): string {
  return JSON.stringify({
    source: ["aws.secretsmanager"],
    "detail-type": ["AWS Service Event via CloudTrail"],
    detail: { eventName: ["RotationFailed"], additionalEventData: { SecretId: [{ prefix: arnOf(deployment, "secretsmanager", `secret:${storeNames(deployment).masterSecret}-`) }] } },
  });
}

/** An alert for each rotation that fails: until one succeeds, the password that the program made is good. */
export function createRotationAlert(parent: pulumi.Resource, name: string, deployment: Deployment, topicArn: pulumi.Input<string>): void {
  const { rotationRule } = replicaNames(deployment);
  const rule = new EventRule(`${name}-rotation-failures`, {
    name: rotationRule, description: "Rotations of the database's secret that failed", eventPattern: rotationFailures(deployment), tags: classified("operational"),
  }, { parent });
  new EventTarget(`${name}-rotation-failures-target`, {
    rule: rule.name, arn: topicArn, targetId: "alerts",
    inputTransformer: {
      inputPaths: { time: "$.time", region: "$.region", id: "$.id" },
      inputTemplate: '"The master password of the database was not rotated in <region> at <time>. Read the log of the rotation function, then rotate the secret by hand; event <id>."',
    },
  }, { parent });
}
