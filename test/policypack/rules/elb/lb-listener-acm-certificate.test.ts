import { lbListenerAcmCertificate } from "../../../../policypack/rules/elb/lb-listener-acm-certificate.ts";
import { testRule } from "../../rule-tester.ts";

const arn = "arn:aws:acm:us-east-1:123456789012:certificate/1";

testRule(lbListenerAcmCertificate, {
  compliant: [
    { props: { protocol: "HTTPS", certificateArn: arn } },
    { type: "aws:alb/listener:Listener", props: { protocol: "TLS", certificateArn: arn } },
    { type: "aws:lb/listenerCertificate:ListenerCertificate", props: { certificateArn: arn } },
  ],
  violating: [
    { why: "none", props: { certificateArn: undefined }, property: "certificateArn", found: "nothing" },
    { why: "of IAM", props: { certificateArn: "arn:aws:iam::123456789012:server-certificate/old" }, property: "certificateArn", found: "a certificate that ACM does not renew" },
  ],
  unknown: ["protocol"],
  presence: ["certificateArn"],
  notApplicable: [{ why: "TCP", props: { protocol: "TCP", certificateArn: undefined } }],
});
