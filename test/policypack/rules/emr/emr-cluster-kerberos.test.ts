import { emrClusterKerberos } from "../../../../policypack/rules/emr/emr-cluster-kerberos.ts";
import { testRule } from "../../rule-tester.ts";

testRule(emrClusterKerberos, {
  compliant: [{ props: { kerberosAttributes: { realm: "EC2.INTERNAL", kdcAdminPassword: "[secret]" }, securityConfiguration: "kerberos" } }],
  violating: [
    { why: "no Kerberos", props: { kerberosAttributes: undefined }, property: "kerberosAttributes", found: "nothing" },
    { why: "no security configuration", props: { securityConfiguration: undefined }, property: "securityConfiguration", found: "nothing" },
  ],
  unknown: [],
  presence: ["kerberosAttributes", "kerberosAttributes.kdcAdminPassword", "securityConfiguration"],
});
