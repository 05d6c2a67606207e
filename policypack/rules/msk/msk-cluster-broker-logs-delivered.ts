import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

const DESTINATIONS = ["cloudwatchLogs", "firehose", "s3"];

export const mskClusterBrokerLogsDelivered = defineRule({
  name: "msk-cluster-broker-logs-delivered",
  description: "The brokers of Kafka clusters deliver their logs.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: [],
  remediation: ["Set loggingInfo.brokerLogs.cloudwatchLogs to { enabled: true, logGroup }, or firehose or s3 likewise."],
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html",
  resources: ["aws:msk/cluster:Cluster"],
  check: ({ props }) => {
    const delivered = DESTINATIONS.some((destination) => judgeSwitch(props, `loggingInfo.brokerLogs.${destination}.enabled`, { required: true, absent: false }).length === 0);
    return delivered ? [] : [{ property: "loggingInfo.brokerLogs", found: "no log delivered", required: "a log group, Firehose stream or bucket, enabled" }];
  },
});
