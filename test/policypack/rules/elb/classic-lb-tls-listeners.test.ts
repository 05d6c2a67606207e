import { classicLbTlsListeners } from "../../../../policypack/rules/elb/classic-lb-tls-listeners.ts";
import { testRule } from "../../rule-tester.ts";

const listeners = (...protocols: readonly string[]) => ({ listeners: protocols.map((lbProtocol) => ({ lbPort: 443, lbProtocol, instancePort: 8443, instanceProtocol: "https" })) });

testRule(classicLbTlsListeners, {
  compliant: [{ props: listeners("https", "SSL") }],
  violating: [
    { why: "HTTP", props: listeners("https", "http"), property: "listeners[1].lbProtocol", found: "http" },
    { why: "TCP", props: listeners("tcp"), property: "listeners[0].lbProtocol", found: "tcp" },
  ],
  unknown: ["listeners", "listeners[0].lbProtocol"],
});
