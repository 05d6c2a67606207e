import { defineRule } from "../../engine/rule.ts";

export const classicLbAcmCertificate = defineRule({
  name: "classic-lb-acm-certificate",
  description: "Listeners of a classic load balancer have certificates of AWS Certificate Manager.",
  severity: "medium",
  controls: ["clb-acm-certificate"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)",
  ],
  remediation: ["Set sslCertificateId of each listener to the ARN of an ACM certificate."],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html",
  resources: ["aws:elb/loadBalancer:LoadBalancer"],
  check: ({ props }) =>
    props.objects("listeners").flatMap((listener) => {
      const property = listener.pathOf("sslCertificateId");
      if (!listener.has("sslCertificateId")) {
        return [{ property, found: "nothing", required: "the ARN of an ACM certificate" }];
      }
      const arn = listener.isKnown("sslCertificateId") ? listener.string("sslCertificateId") ?? "" : "arn:aws:acm:";
      return /^arn:[^:]+:acm:/u.test(arn) ? [] : [{ property, found: "a certificate that ACM does not renew", required: "the ARN of an ACM certificate" }];
    }),
});
