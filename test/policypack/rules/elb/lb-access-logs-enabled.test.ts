import { lbAccessLogsEnabled } from "../../../../policypack/rules/elb/lb-access-logs-enabled.ts";
import { testRule } from "../../rule-tester.ts";

const classic = { type: "aws:elb/loadBalancer:LoadBalancer" };

testRule(lbAccessLogsEnabled, {
  compliant: [{ props: { accessLogs: { bucket: "logs", enabled: true } } }, { ...classic, props: { accessLogs: { bucket: "logs" } } }],
  violating: [
    { why: "off", props: { accessLogs: { bucket: "logs", enabled: false } }, property: "accessLogs.enabled", found: "false" },
    { why: "a bucket alone", props: { accessLogs: { bucket: "logs" } }, property: "accessLogs.enabled", found: "nothing, so false" },
    { why: "none", props: { accessLogs: undefined }, property: "accessLogs.enabled", found: "nothing, so false" },
    { why: "a classic one without", fixture: classic, props: { accessLogs: undefined }, property: "accessLogs.enabled", found: "nothing, so false" },
  ],
  unknown: ["accessLogs", "accessLogs.enabled"],
  presence: ["accessLogs.bucket"],
  notApplicable: [{ why: "a gateway load balancer", props: { loadBalancerType: "gateway" } }],
});
