import { DISTRIBUTION_TYPES } from "../../engine/cloudfront-parts.ts";
import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const cloudfrontAccessLogs = defineStackRule({
  name: "cloudfront-access-logs",
  description: "Distributions write every request to a log, by the standard logs of either version.",
  severity: "medium",
  controls: ["cloudfront-access-logging"],
  citations: ["164.308(a)(1)(ii)(D)"],
  remediation: [
    "Set loggingConfig.bucket, or add an aws.cloudwatch.LogDeliverySource of the type ACCESS_LOGS with the distribution's ARN.",
  ],
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html",
  resources: DISTRIBUTION_TYPES,
  check: (stack) =>
    stack
      .ofType(...DISTRIBUTION_TYPES)
      .filter((distribution) => !isGiven(distribution, "loggingConfig") || (distribution.props.isKnown("loggingConfig") && distribution.props.objects("loggingConfig")[0]?.has("bucket") !== true))
      .filter((distribution) => !stack.referringTo(distribution, "resourceArn", "aws:cloudwatch/logDeliverySource:LogDeliverySource").some(({ props }) => props.string("logType") === "ACCESS_LOGS"))
      .map(({ urn }) => ({ urn, property: "loggingConfig.bucket", found: "no access log", required: "a bucket, or an aws.cloudwatch.LogDeliverySource" })),
});
