import { elasticacheLogsDelivered } from "../../../../policypack/rules/elasticache/elasticache-logs-delivered.ts";
import { testRule } from "../../rule-tester.ts";

const log = (logType: string) => ({ destination: "/redis", destinationType: "cloudwatch-logs", logFormat: "json", logType });

testRule(elasticacheLogsDelivered, {
  compliant: [{ props: { logDeliveryConfigurations: [log("engine-log"), log("slow-log")] } }],
  violating: [
    { why: "no log", props: { logDeliveryConfigurations: undefined }, property: "logDeliveryConfigurations", found: "no engine-log" },
    { why: "one of them", props: { logDeliveryConfigurations: [log("engine-log")] }, property: "logDeliveryConfigurations", found: "no slow-log" },
  ],
  unknown: ["logDeliveryConfigurations", "logDeliveryConfigurations[0].logType"],
  presence: ["logDeliveryConfigurations[0].destination"],
});
