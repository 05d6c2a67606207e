import { defineRule } from "../../engine/rule.ts";

const LOGS = ["engine-log", "slow-log"];

export const elasticacheLogsDelivered = defineRule({
  name: "elasticache-logs-delivered",
  description: "Redis and Valkey replication groups deliver their engine log and their slow log.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: [],
  remediation: ["Add a logDeliveryConfigurations entry of logType engine-log and one of slow-log, to a log group or a Firehose stream."],
  url: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html",
  resources: ["aws:elasticache/replicationGroup:ReplicationGroup"],
  check: ({ props }) => {
    const delivered = props.objects("logDeliveryConfigurations").map((log) => log.string("logType"));
    return LOGS.filter((log) => !delivered.includes(log)).map((log) => ({ property: "logDeliveryConfigurations", found: `no ${log}`, required: log }));
  },
});
