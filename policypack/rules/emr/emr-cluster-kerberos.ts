import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const emrClusterKerberos = defineRule({
  name: "emr-cluster-kerberos",
  description: "Users of every EMR cluster are authenticated by Kerberos.",
  severity: "high",
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(B)",
    "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  controls: ["emr-kerberos"],
  remediation: ["Set kerberosAttributes, and name as securityConfiguration one whose AuthenticationConfiguration has a KerberosConfiguration."],
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html",
  resources: ["aws:emr/cluster:Cluster"],
  check: ({ props }) => [
    ...judgePresence(props, "kerberosAttributes", "the realm and the administrator's password"),
    ...judgePresence(props, "securityConfiguration", "a security configuration with Kerberos"),
  ],
});
