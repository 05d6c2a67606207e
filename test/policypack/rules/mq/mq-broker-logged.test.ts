import { mqBrokerLogged } from "../../../../policypack/rules/mq/mq-broker-logged.ts";
import { testRule } from "../../rule-tester.ts";

testRule(mqBrokerLogged, {
  compliant: [{ props: { engineType: "ActiveMQ", logs: { general: true, audit: true } } }, { props: { engineType: "RabbitMQ", logs: { general: true } } }],
  violating: [
    { why: "no log", props: { logs: undefined }, property: "logs.general", found: "nothing, so false" },
    { why: "no audit log", props: { logs: { general: true } }, property: "logs.audit", found: "nothing, so false" },
    { why: "the audit log alone", props: { logs: { general: false, audit: true } }, property: "logs.general", found: "false" },
  ],
  unknown: ["logs.general", "logs.audit", "engineType"],
});
