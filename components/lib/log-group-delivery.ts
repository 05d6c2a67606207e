import { arnOf, type Deployment } from "./deployment.ts";
import { policyDocument } from "./policy-document.ts";

/**
 * Resource policy by which AWS's log delivery, which brings the logs of WAF and CloudFront, writes to
 * the named log groups, for this account only. Without it AWS makes one of its own when a log is set up.
 */
export function logGroupDelivery(deployment: Deployment, logGroups: readonly string[], region: string = deployment.region): string {
  return policyDocument([{
    sid: "LogDeliveryWrites",
    reason: "logs of this account's resources go to these log groups only",
    principals: { Service: ["delivery.logs.amazonaws.com"] },
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: logGroups.map((logGroup) => arnOf(deployment, "logs", `log-group:${logGroup}:log-stream:*`, region)),
    conditions: { StringEquals: { "aws:SourceAccount": deployment.accountId }, ArnLike: { "aws:SourceArn": [arnOf(deployment, "logs", "*", region)] } },
  }]);
}
