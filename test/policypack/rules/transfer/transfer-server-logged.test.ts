import { transferServerLogged } from "../../../../policypack/rules/transfer/transfer-server-logged.ts";
import { testRule } from "../../rule-tester.ts";

testRule(transferServerLogged, {
  compliant: [{ props: { structuredLogDestinations: ["arn:aws:logs:us-east-1:123456789012:log-group:/transfer:*"] } }, { props: { loggingRole: "arn:aws:iam::123456789012:role/transfer" } }],
  violating: [
    { why: "no log", props: { structuredLogDestinations: undefined }, property: "structuredLogDestinations", found: "no log" },
    { why: "an empty list", props: { structuredLogDestinations: [] }, property: "structuredLogDestinations", found: "no log" },
  ],
  unknown: [],
  presence: ["structuredLogDestinations"],
});
