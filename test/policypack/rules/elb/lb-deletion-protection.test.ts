import { lbDeletionProtection } from "../../../../policypack/rules/elb/lb-deletion-protection.ts";
import { testRule } from "../../rule-tester.ts";

testRule(lbDeletionProtection, {
  compliant: [{ props: { enableDeletionProtection: true } }, { type: "aws:alb/loadBalancer:LoadBalancer", props: { enableDeletionProtection: true } }],
  violating: [
    { why: "off", props: { enableDeletionProtection: false }, property: "enableDeletionProtection", found: "false" },
    { why: "as AWS makes it", props: { enableDeletionProtection: undefined }, property: "enableDeletionProtection", found: "nothing, so false" },
  ],
  unknown: ["enableDeletionProtection"],
});
