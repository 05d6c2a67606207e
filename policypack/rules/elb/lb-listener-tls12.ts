import { defineRule } from "../../engine/rule.ts";

export const lbListenerTls12 = defineRule({
  name: "lb-listener-tls12",
  description: "Listeners for HTTPS and TLS accept TLS 1.2 and 1.3 only.",
  severity: "high",
  controls: ["elbv2-tls-policy"],
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  remediation: ['Set sslPolicy to "ELBSecurityPolicy-TLS13-1-2-2021-06".'],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  resources: ["aws:lb/listener:Listener", "aws:alb/listener:Listener"],
  check: ({ props }) => {
    if (!["HTTPS", "TLS"].includes(props.string("protocol") ?? "")) {
      return { notApplicable: "the listener ends no TLS" };
    }
    const policy = props.string("sslPolicy");
    return policy !== undefined && /^ELBSecurityPolicy-(?:TLS13-1-[23]|TLS-1-2|FS-1-2)-/u.test(policy)
      ? []
      : [{ property: "sslPolicy", found: policy ?? "nothing, so ELBSecurityPolicy-2016-08", required: '"ELBSecurityPolicy-TLS13-1-2-2021-06" or another without TLS 1.0 and 1.1' }];
  },
});
