import { classicLbAcmCertificate } from "../../../../policypack/rules/elb/classic-lb-acm-certificate.ts";
import { testRule } from "../../rule-tester.ts";

const listener = (sslCertificateId?: string) => ({ listeners: [{ lbPort: 443, lbProtocol: "https", sslCertificateId }] });

testRule(classicLbAcmCertificate, {
  compliant: [{ props: listener("arn:aws:acm:us-east-1:123456789012:certificate/1") }],
  violating: [
    { why: "of IAM", props: listener("arn:aws:iam::123456789012:server-certificate/old"), property: "listeners[0].sslCertificateId", found: "a certificate that ACM does not renew" },
    { why: "none", props: { listeners: [{ lbPort: 80, lbProtocol: "http" }] }, property: "listeners[0].sslCertificateId", found: "nothing" },
  ],
  unknown: ["listeners"],
  presence: ["listeners[0].sslCertificateId"],
});
