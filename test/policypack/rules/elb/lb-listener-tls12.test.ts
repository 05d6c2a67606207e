import { lbListenerTls12 } from "../../../../policypack/rules/elb/lb-listener-tls12.ts";
import { testRule } from "../../rule-tester.ts";

const listener = (sslPolicy?: string) => ({ protocol: "HTTPS", sslPolicy });

testRule(lbListenerTls12, {
  compliant: [
    { props: listener("ELBSecurityPolicy-TLS13-1-2-2021-06") },
    { props: listener("ELBSecurityPolicy-TLS13-1-3-2021-06") },
    { props: listener("ELBSecurityPolicy-FS-1-2-Res-2020-10") },
    { type: "aws:alb/listener:Listener", props: { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS-1-2-Ext-2018-06" } },
  ],
  violating: [
    { why: "as AWS makes it", props: listener(), property: "sslPolicy", found: "nothing, so ELBSecurityPolicy-2016-08" },
    { why: "TLS 1.0", props: listener("ELBSecurityPolicy-TLS13-1-0-2021-06"), property: "sslPolicy", found: "ELBSecurityPolicy-TLS13-1-0-2021-06" },
    { why: "TLS 1.1", props: listener("ELBSecurityPolicy-FS-1-1-2019-08"), property: "sslPolicy", found: "ELBSecurityPolicy-FS-1-1-2019-08" },
    { why: "an old one", props: listener("ELBSecurityPolicy-2016-08"), property: "sslPolicy", found: "ELBSecurityPolicy-2016-08" },
  ],
  unknown: ["protocol", "sslPolicy"],
  notApplicable: [{ why: "TCP", props: { protocol: "TCP", sslPolicy: undefined } }, { why: "no protocol", props: { protocol: undefined } }],
});
