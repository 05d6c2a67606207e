import { isPublic } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const s3BucketPolicyNotPublic = defineRule({
  name: "s3-bucket-policy-not-public",
  description: 'A bucket policy grants nothing to anyone; "*" is held to a fixed account, organisation, endpoint or network.',
  severity: "critical",
  controls: ["s3-bucket-public-read-prohibited", "s3-bucket-public-write-prohibited"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(a)(2)(i)",
    "164.312(e)(1)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)",
    "164.314(b)(2)(iv)",
  ],
  remediation: [
    'Name the principals, or hold "*" with StringEquals on aws:PrincipalOrgID, aws:SourceAccount or aws:SourceVpce.',
  ],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status",
  resources: ["aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  check: ({ props }) =>
    judgeStatements(props, "policy", (statement, path) =>
      isPublic(statement) ? [{ property: `${path}.Principal`, found: "anyone", required: "named principals, or a condition with fixed values" }] : [],
    ),
});
