import { deniesInsecureTransport } from "../../engine/policy-document-grants.ts";
import { documentOf, malformed, type Statement } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

/** The bucket by the name that the policy gives it, as S3 takes no other and its ARN may not be known yet. */
function bucketsNamed(statements: readonly Statement[]): readonly string[] {
  const patterns = statements.flatMap(({ resources }) => resources ?? []);
  return ["arn:aws:s3:::zz-probe", ...patterns.flatMap((pattern) => /^arn:[^:*]+:s3:::[^*?/]+/u.exec(pattern)?.[0] ?? [])];
}

export const s3BucketPolicyTlsOnly = defineRule({
  name: "s3-bucket-policy-tls-only",
  description: "A bucket policy denies every request that does not use TLS, on the bucket and on its objects.",
  severity: "high",
  controls: ["s3-bucket-ssl-requests-only"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(c)(2)", "164.312(e)(1)", "164.312(e)(2)(i)",
    "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)",
    "164.314(b)(2)(iv)",
  ],
  remediation: [
    'Add a Deny of s3:* to Principal "*" on the bucket and on its objects, under Bool aws:SecureTransport "false" and no other condition.',
  ],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  resources: ["aws:s3/bucketPolicy:BucketPolicy"],
  check: ({ props }) => {
    const document = documentOf(props, "policy");
    if (document === undefined || document.kind === "malformed") {
      return [malformed("policy", document?.problem ?? "nothing given")];
    }
    return bucketsNamed(document.statements).some((bucket) => deniesInsecureTransport(document.statements, ["s3:ZzProbe"], [bucket, `${bucket}/zz-probe`]))
      ? []
      : [{ property: "policy", found: "no statement that denies requests without TLS to the bucket and its objects", required: "such a Deny" }];
  },
});
