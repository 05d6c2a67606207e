import { memorydbClusterTlsEnabled } from "../../../../policypack/rules/memorydb/memorydb-cluster-tls-enabled.ts";
import { testRule } from "../../rule-tester.ts";

testRule(memorydbClusterTlsEnabled, {
  compliant: [{ props: { tlsEnabled: true } }, { props: {} }],
  violating: [{ why: "switched off", props: { tlsEnabled: false }, property: "tlsEnabled", found: "false" }],
  unknown: ["tlsEnabled"],
});
