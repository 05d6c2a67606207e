import { ssmDocumentNotPublic } from "../../../../policypack/rules/ssm/ssm-document-not-public.ts";
import { testRule } from "../../rule-tester.ts";

testRule(ssmDocumentNotPublic, {
  compliant: [{ props: { permissions: { type: "Share", account_ids: "123456789012" } } }, { props: {} }],
  violating: [
    { why: "everyone", props: { permissions: { type: "Share", account_ids: "All" } }, property: "permissions.account_ids", found: "All" },
    { why: "everyone among others", props: { permissions: { type: "Share", account_ids: "123456789012, all" } }, property: "permissions.account_ids", found: "All" },
  ],
  unknown: ["permissions", "permissions.account_ids"],
});
