import { defineRule } from "../../engine/rule.ts";

export const iamNoStaticAccessKey = defineRule({
  name: "iam-no-static-access-key",
  description: "No access key that lives on is created; people and programs take roles.",
  severity: "high",
  controls: ["iam-no-static-user-access-key"],
  citations: ["164.308(a)(5)(ii)(D)", "164.312(d)"],
  remediation: [
    "Replace the key by a role: IAM Identity Center for people, an instance profile, Pod Identity or OIDC for programs.",
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  resources: ["aws:iam/accessKey:AccessKey"],
  check: ({ props }) => (props.string("status") === "Inactive" ? [] : [{ property: "(access key)", found: "an active key", required: "a role, or status Inactive until the key is gone" }]),
});
