import { mskClusterBrokerLogsDelivered } from "../../../../policypack/rules/msk/msk-cluster-broker-logs-delivered.ts";
import { testRule } from "../../rule-tester.ts";

const to = (brokerLogs: object) => ({ loggingInfo: { brokerLogs } });
const found = "no log delivered";

testRule(mskClusterBrokerLogsDelivered, {
  compliant: [
    { props: to({ cloudwatchLogs: { enabled: true, logGroup: "/kafka" } }) },
    { props: to({ cloudwatchLogs: { enabled: false }, s3: { enabled: true, bucket: "logs" } }) },
    { props: to({ firehose: { enabled: true, deliveryStream: "logs" } }) },
  ],
  violating: [
    { why: "no logs", props: { loggingInfo: undefined }, property: "loggingInfo.brokerLogs", found },
    { why: "switched off", props: to({ cloudwatchLogs: { enabled: false, logGroup: "/kafka" } }), property: "loggingInfo.brokerLogs", found },
    { why: "no destination", props: to({}), property: "loggingInfo.brokerLogs", found },
  ],
  unknown: ["loggingInfo.brokerLogs.cloudwatchLogs.enabled"],
  presence: ["loggingInfo.brokerLogs.cloudwatchLogs.logGroup"],
});
