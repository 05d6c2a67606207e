import { cloudwatchAlarmHasAction } from "../../../../policypack/rules/cloudwatch/cloudwatch-alarm-has-action.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cloudwatchAlarmHasAction, {
  compliant: [
    { props: { alarmActions: ["arn:aws:sns:us-east-1:123456789012:alerts"], actionsEnabled: true } },
    { type: "aws:cloudwatch/compositeAlarm:CompositeAlarm", props: { alarmActions: ["arn:aws:sns:us-east-1:123456789012:alerts"] } },
  ],
  violating: [
    { why: "nobody is told", props: { alarmActions: undefined }, property: "alarmActions", found: "nothing" },
    { why: "an empty list", props: { alarmActions: [] }, property: "alarmActions", found: "nothing" },
    { why: "actions switched off", props: { actionsEnabled: false }, property: "actionsEnabled", found: "false" },
  ],
  unknown: ["alarmActions", "actionsEnabled"],
  presence: ["alarmActions[0]"],
});
