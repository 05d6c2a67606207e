import { lbTargetGroupEncrypted } from "../../../../policypack/rules/elb/lb-target-group-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

testRule(lbTargetGroupEncrypted, {
  compliant: [
    { props: { protocol: "HTTPS", targetType: "ip" } },
    { props: { protocol: "TLS", targetType: "ip" } },
    { props: { protocol: "TCP", targetType: "instance" } },
    { type: "aws:alb/targetGroup:TargetGroup", props: { protocol: "HTTPS" } },
  ],
  violating: [
    { why: "plain HTTP", props: { protocol: "HTTP" }, property: "protocol", found: "HTTP" },
    { why: "plain HTTP to machines", fixture: { type: "aws:alb/targetGroup:TargetGroup" }, props: { protocol: "HTTP", targetType: undefined }, property: "protocol", found: "HTTP" },
  ],
  unknown: ["protocol", "targetType"],
  notApplicable: [{ why: "a function", props: { targetType: "lambda", protocol: undefined } }, { why: "a load balancer", props: { targetType: "alb", protocol: "TCP" } }],
});
