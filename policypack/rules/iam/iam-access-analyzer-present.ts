import { isLeftToAnotherStack, SETTING_STACKS } from "../../engine/account-services.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const iamAccessAnalyzerPresent = defineStackRule({
  name: "iam-access-analyzer-present",
  description: "A stack with buckets, keys or queues has an analyzer that reports what is shared outside of the account or organisation.",
  severity: "medium",
  controls: ["iam-access-analyzer-enabled"],
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(4)(ii)(C)"],
  remediation: ["Add an aws.accessanalyzer.Analyzer of the type ACCOUNT or ORGANIZATION."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html",
  resources: [
    "aws:s3/bucket:Bucket",
    "aws:s3/bucketV2:BucketV2",
    "aws:kms/key:Key",
    "aws:sqs/queue:Queue",
    "aws:accessanalyzer/analyzer:Analyzer",
  ],
  parameters: SETTING_STACKS,
  check: (stack, settings) => {
    const [shareable] = stack.ofType("aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "aws:kms/key:Key", "aws:sqs/queue:Queue");
    // The default type of an analyzer is ACCOUNT; the others look for unused access.
    const isExternal = stack.ofType("aws:accessanalyzer/analyzer:Analyzer").some(({ props }) => ["ACCOUNT", "ORGANIZATION"].includes(props.string("type") ?? "ACCOUNT"));
    return shareable === undefined || isExternal || isLeftToAnotherStack(stack, settings)
      ? []
      : [{ urn: shareable.urn, property: "(stack)", found: "no external access analyzer", required: "an aws.accessanalyzer.Analyzer of the type ACCOUNT or ORGANIZATION" }];
  },
});
