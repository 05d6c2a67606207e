import { BUCKET_TYPES, bucketsOf, settingsOf } from "../../engine/buckets.ts";
import { deniesInsecureTransport } from "../../engine/policy-document-grants.ts";
import { documentOf, type Statement } from "../../engine/policy-document.ts";
import { defineStackRule } from "../../engine/rule.ts";

/** No such action exists, so that only a denial of every action covers it. */
const EVERY_ACTION = ["s3:ZzProbe"];

function isDenied(statements: readonly Statement[], bucket: string): boolean {
  return ["aws", "aws-us-gov", "aws-cn"].some((partition) => {
    const arn = `arn:${partition}:s3:::${bucket}`;
    return deniesInsecureTransport(statements, EVERY_ACTION, [arn, `${arn}/zz-probe`]);
  });
}

export const s3BucketTlsOnly = defineStackRule({
  name: "s3-bucket-tls-only",
  description: "Every bucket's policy denies requests without TLS.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(c)(2)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)",
    "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["s3-bucket-ssl-requests-only"],
  remediation: ['Add a BucketPolicy that denies "s3:*" on the bucket and its objects to principal "*" when "aws:SecureTransport" is "false".'],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack).flatMap((bucket) => {
      const policies = [...settingsOf(stack, bucket, ["aws:s3/bucketPolicy:BucketPolicy"]), ...(bucket.props.isKnown("policy") ? [bucket] : [])];
      const required = 'a policy that denies "s3:*" without TLS on the bucket and its objects';
      if (policies.length === 0) {
        return [{ urn: bucket.urn, property: "policy", found: "no BucketPolicy", required }];
      }
      const documents = policies.map(({ props }) => documentOf(props, "policy"));
      const statements = documents.flatMap((document) => (document?.kind === "document" ? document.statements : []));
      const denied = isDenied(statements, bucket.props.string("bucket") ?? "");
      return denied ? [] : [{ urn: policies[0]?.urn ?? bucket.urn, property: "policy", found: "requests without TLS are not denied", required }];
    }),
});
