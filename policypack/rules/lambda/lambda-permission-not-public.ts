import { isPublic } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineRule } from "../../engine/rule.ts";

export const lambdaPermissionNotPublic = defineRule({
  name: "lambda-permission-not-public",
  description: "Functions and layers are for named principals: no permission is given to anyone.",
  severity: "critical",
  controls: ["lambda-not-public"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)",
    "164.312(a)(1)", "164.312(e)(1)",
  ],
  remediation: [
    'Name the account or service in principal, or hold "*" with principalOrgId, sourceAccount or sourceArn.',
  ],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
  resources: [
    "aws:lambda/permission:Permission",
    "aws:lambda/layerVersionPermission:LayerVersionPermission",
    "aws:lambda/resourcePolicy:ResourcePolicy",
  ],
  check: ({ type, props }) => {
    if (type === "aws:lambda/resourcePolicy:ResourcePolicy") {
      return judgeStatements(props, "policy", (statement, path) => (isPublic(statement) ? [{ property: `${path}.Principal`, found: "anyone", required: "named principals" }] : []));
    }
    const isHeld = ["principalOrgId", "sourceAccount", "sourceArn", "organizationId"].some((property) => props.has(property));
    const isAnyone = props.isKnown("principal") && props.string("principal") === "*";
    return isAnyone && !isHeld ? [{ property: "principal", found: "anyone", required: "a named principal" }] : [];
  },
});
