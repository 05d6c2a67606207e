import { defineRule } from "../../engine/rule.ts";

export const ssmDocumentNotPublic = defineRule({
  name: "ssm-document-not-public",
  description: "Documents of Systems Manager are not shared with every account.",
  severity: "high",
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)",
    "164.312(a)(1)", "164.312(e)(1)",
  ],
  controls: ["ssm-document-not-public"],
  remediation: ['Name accounts in permissions.account_ids instead of "All", or remove permissions.'],
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html",
  resources: ["aws:ssm/document:Document"],
  check: ({ props }) => {
    const permissions = props.object("permissions");
    return (permissions?.names() ?? []).flatMap((name) => {
      const shared = permissions?.string(name)?.toLowerCase().split(",").some((account) => account.trim() === "all");
      return shared === true ? [{ property: `permissions.${name}`, found: "All", required: "numbers of accounts" }] : [];
    });
  },
});
