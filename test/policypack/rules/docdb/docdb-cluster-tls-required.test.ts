import { docdbClusterTlsRequired } from "../../../../policypack/rules/docdb/docdb-cluster-tls-required.ts";
import { testRule } from "../../rule-tester.ts";

const group = (value: unknown) => ({ family: "docdb5.0", parameters: [{ name: "audit_logs", value: "all" }, { name: "tls", value }] });

testRule(docdbClusterTlsRequired, {
  compliant: [{ props: group("enabled") }, { props: group("tls1.2+") }, { props: group("tls1.3+") }, { props: group("fips-140-3") }, { props: { family: "docdb5.0" } }],
  violating: [
    { why: "no TLS", props: group("disabled"), property: "parameters[1].value", found: "disabled" },
    { why: "a word that DocumentDB does not know", props: group("on"), property: "parameters[1].value", found: "on" },
    { why: "no word", props: group(undefined), property: "parameters[1].value", found: "nothing" },
  ],
  unknown: ["parameters", "parameters[1].value"],
});
