import { eksClusterDeletionProtection } from "../../../../policypack/rules/eks/eks-cluster-deletion-protection.ts";
import { testRule } from "../../rule-tester.ts";

testRule(eksClusterDeletionProtection, {
  compliant: [{ props: { deletionProtection: true } }],
  violating: [
    { why: "off", props: { deletionProtection: false }, property: "deletionProtection", found: "no protection" },
    { why: "as AWS makes it", props: { deletionProtection: undefined }, property: "deletionProtection", found: "no protection" },
  ],
  unknown: ["deletionProtection"],
});
