import { judgeSwitch, judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const sfnStateMachineLogged = defineRule({
  name: "sfn-state-machine-logged",
  description: "State machines log every step, and leave out what the steps carry.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)", "164.312(a)(1)"],
  controls: [],
  remediation: ['Set loggingConfiguration to { level: "ALL", includeExecutionData: false, logDestination }.'],
  url: "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html",
  resources: ["aws:sfn/stateMachine:StateMachine"],
  check: ({ props }) => [
    ...judgeText(props, "loggingConfiguration.level", { allowed: ["ALL"], absent: "OFF" }),
    ...judgeSwitch(props, "loggingConfiguration.includeExecutionData", { required: false, absent: false }),
  ],
});
