import { deniesInsecureTransport } from "../../engine/policy-document-grants.ts";
import { documentOf, malformed, type Statement } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

/** The bucket by the name that the policy gives it, as its ARN may not be known yet, and an object in it. */
function bucketAndObjects(statements: readonly Statement[]): readonly string[] {
  const patterns = statements.flatMap(({ resources }) => resources ?? []);
  const bucket = patterns.find((pattern) => /^arn:[^:*]+:s3:::[^*?/]+/u.test(pattern))?.split("/")[0] ?? "arn:aws:s3:::zz-probe";
  return [bucket, `${bucket}/zz-probe`];
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
    return deniesInsecureTransport(document.statements, ["s3:ZzProbe"], bucketAndObjects(document.statements))
      ? []
      : [{ property: "policy", found: "no statement that denies requests without TLS to the bucket and its objects", required: "such a Deny" }];
  },
});
