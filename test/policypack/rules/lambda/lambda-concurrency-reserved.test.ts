import { lambdaConcurrencyReserved } from "../../../../policypack/rules/lambda/lambda-concurrency-reserved.ts";
import { testRule } from "../../rule-tester.ts";

const shared = { property: "reservedConcurrentExecutions", found: "the account's" };

testRule(lambdaConcurrencyReserved, {
  compliant: [{ props: { reservedConcurrentExecutions: 10 } }, { props: { reservedConcurrentExecutions: 0 } }],
  violating: [
    { why: "none", props: { reservedConcurrentExecutions: undefined }, ...shared },
    { why: "unlimited", props: { reservedConcurrentExecutions: -1 }, ...shared },
  ],
  unknown: ["reservedConcurrentExecutions"],
});
