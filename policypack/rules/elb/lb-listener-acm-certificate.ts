import { defineRule } from "../../engine/rule.ts";

export const lbListenerAcmCertificate = defineRule({
  name: "lb-listener-acm-certificate",
  description: "Listeners for HTTPS and TLS have a certificate of AWS Certificate Manager, which renews it.",
  severity: "medium",
  controls: ["elbv2-acm-certificate"],
  citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  remediation: ["Set certificateArn to the ARN of an ACM certificate."],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
  resources: [
    "aws:lb/listener:Listener",
    "aws:alb/listener:Listener",
    "aws:lb/listenerCertificate:ListenerCertificate",
    "aws:alb/listenerCertificate:ListenerCertificate",
  ],
  check: ({ type, props }) => {
    const isListener = type.endsWith(":Listener");
    if (isListener && !["HTTPS", "TLS"].includes(props.string("protocol") ?? "")) {
      return { notApplicable: "the listener ends no TLS" };
    }
    if (!props.has("certificateArn")) {
      return [{ property: "certificateArn", found: "nothing", required: "the ARN of an ACM certificate" }];
    }
    // An ARN that is not known yet is of a certificate of the program, never one of IAM, whose ARN is its name.
    const arn = props.isKnown("certificateArn") ? props.string("certificateArn") : undefined;
    return arn === undefined || /^arn:[^:]+:acm:/u.test(arn) ? [] : [{ property: "certificateArn", found: "a certificate that ACM does not renew", required: "the ARN of an ACM certificate" }];
  },
});
