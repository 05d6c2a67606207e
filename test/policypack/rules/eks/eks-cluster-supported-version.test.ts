import { eksClusterSupportedVersion } from "../../../../policypack/rules/eks/eks-cluster-supported-version.ts";
import { testRule } from "../../rule-tester.ts";

testRule(eksClusterSupportedVersion, {
  compliant: [{ props: { version: "1.34" } }, { props: { version: "1.32" } }, { props: { version: "1.29" }, configuration: { oldestMinorVersion: 29 } }],
  violating: [
    { why: "past its support", props: { version: "1.31" }, property: "version", found: "1.31" },
    { why: "none", props: { version: undefined }, property: "version", found: "nothing, so whatever AWS chooses on the day" },
    { why: "not a version", props: { version: "latest" }, property: "version", found: "latest" },
  ],
  unknown: ["version"],
});
