import { cloudwatchAlarmOnRootUse } from "../../../../policypack/rules/cloudwatch/cloudwatch-alarm-on-root-use.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const pattern = '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }';
const trail = { type: "aws:cloudtrail/trail:Trail", props: { name: "audit" } };
const filter = { type: "aws:cloudwatch/logMetricFilter:LogMetricFilter", props: { pattern, metricTransformation: { namespace: "Security", name: "Changes", value: "1" } } };
const alarm = { type: "aws:cloudwatch/metricAlarm:MetricAlarm", props: { namespace: "Security", metricName: "Changes", alarmActions: ["arn:aws:sns:us-east-1:123456789012:alerts"] } };
const finding = { blamed: "trail", property: "cloudWatchLogsGroupArn", found: "no alarm on Root" };

testStackRule(cloudwatchAlarmOnRootUse, {
  compliant: [
    { trail, filter, alarm },
    { trail, filter, alarm: { ...alarm, refs: { "alarmActions[0]": "topic.arn" }, props: { ...alarm.props, alarmActions: [] } }, topic: { type: "aws:sns/topic:Topic" } },
    {
      trail,
      filter,
      alarm: { ...alarm, props: { alarmActions: alarm.props.alarmActions, metricQueries: [{ id: "m", metric: { namespace: "Security", metricName: "Changes" } }] } },
    },
  ],
  violating: [
    { why: "no filter", change: { filter: null }, ...finding },
    { why: "no alarm", change: { alarm: null }, ...finding },
    { why: "an alarm on another metric", change: { alarm: { props: { metricName: "Errors" } } }, ...finding },
    { why: "an alarm in another namespace", change: { alarm: { props: { namespace: "App" } } }, ...finding },
    { why: "an alarm that tells nobody", change: { alarm: { props: { alarmActions: [] } } }, ...finding },
    { why: "an alarm whose actions are off", change: { alarm: { props: { actionsEnabled: false } } }, ...finding },
    { why: "a pattern that excludes instead", change: { filter: { props: { pattern: pattern.replaceAll(/(?<!!)=/gu, "!=") } } }, ...finding },
    { why: "one value missing", change: { filter: { props: { pattern: pattern.replace("Root", "Other") } } }, ...finding, found: "no alarm on Root" },
  ],
  unknown: [
    ["filter", "pattern"],
    ["filter", "metricTransformation"],
  ],
  notApplicable: [{ why: "a stack without a trail", change: { trail: null } }],
});
