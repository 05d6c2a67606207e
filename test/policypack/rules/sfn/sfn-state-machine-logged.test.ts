import { sfnStateMachineLogged } from "../../../../policypack/rules/sfn/sfn-state-machine-logged.ts";
import { testRule } from "../../rule-tester.ts";

const logging = (change: object) => ({ loggingConfiguration: { level: "ALL", logDestination: "arn:aws:logs:us-east-1:123456789012:log-group:/steps:*", ...change } });

testRule(sfnStateMachineLogged, {
  compliant: [{ props: logging({}) }, { props: logging({ includeExecutionData: false }) }],
  violating: [
    { why: "no log", props: { loggingConfiguration: undefined }, property: "loggingConfiguration.level", found: "nothing, so OFF" },
    { why: "errors only", props: logging({ level: "ERROR" }), property: "loggingConfiguration.level", found: "ERROR" },
    { why: "patients' data in the log", props: logging({ includeExecutionData: true }), property: "loggingConfiguration.includeExecutionData", found: "true" },
  ],
  unknown: ["loggingConfiguration.level"],
  presence: ["loggingConfiguration.logDestination"],
});
