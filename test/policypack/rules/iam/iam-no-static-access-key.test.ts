import { iamNoStaticAccessKey } from "../../../../policypack/rules/iam/iam-no-static-access-key.ts";
import { testRule } from "../../rule-tester.ts";

testRule(iamNoStaticAccessKey, {
  compliant: [{ props: { user: "ada", status: "Inactive" } }],
  violating: [
    { why: "active", props: { status: "Active" }, property: "(access key)", found: "an active key" },
    { why: "as AWS makes it", props: { status: undefined }, property: "(access key)", found: "an active key" },
  ],
  unknown: ["status"],
});
