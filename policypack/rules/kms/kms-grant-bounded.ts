import { hasWildcard } from "../../engine/policy-document-pattern.ts";
import { defineRule } from "../../engine/rule.ts";

export const kmsGrantBounded = defineRule({
  name: "kms-grant-bounded",
  description: "A grant on a key is for one named principal and cannot be passed on.",
  severity: "high",
  controls: ["kms-grant-least-privilege"],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)"],
  remediation: [
    "Name one role as granteePrincipal, leave CreateGrant out of operations, and list only the operations it calls.",
  ],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
  resources: ["aws:kms/grant:Grant"],
  check: ({ props }) => {
    const operations = props.strings("operations");
    // A grantee that is still to be created is one by itself.
    const grantee = props.isKnown("granteePrincipal") ? props.string("granteePrincipal") ?? "" : "one";
    const isMany = hasWildcard(grantee) || /^(?:\d{12}|arn:[^:]+:iam::\d{12}:root)$/u.test(grantee);
    return [
      ...(isMany ? [{ property: "granteePrincipal", found: "more than one principal", required: "the ARN of one role" }] : []),
      ...(operations.includes("CreateGrant") ? [{ property: "operations", found: "CreateGrant, which passes the grant on", required: "operations without CreateGrant" }] : []),
      ...(operations.length > 5 ? [{ property: "operations", found: `${String(operations.length)} operations`, required: "the few that the grantee calls" }] : []),
    ];
  },
});
