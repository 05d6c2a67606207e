import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const mqBrokerLogged = defineRule({
  name: "mq-broker-logged",
  description: "Message brokers send their logs to CloudWatch, those of ActiveMQ the audit log too.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: [],
  remediation: ["Set logs.general to true, and logs.audit to true on ActiveMQ."],
  url: "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html",
  resources: ["aws:mq/broker:Broker"],
  check: ({ props }) => [
    ...judgeSwitch(props, "logs.general", { required: true, absent: false }),
    ...(props.string("engineType")?.toLowerCase() === "activemq" ? judgeSwitch(props, "logs.audit", { required: true, absent: false }) : []),
  ],
});
