import { eksClusterCreatorNotAdmin } from "../../../../policypack/rules/eks/eks-cluster-creator-not-admin.ts";
import { testRule } from "../../rule-tester.ts";

const creator = { property: "accessConfig.bootstrapClusterCreatorAdminPermissions", found: "the creator as administrator" };

testRule(eksClusterCreatorNotAdmin, {
  compliant: [{ props: { accessConfig: { bootstrapClusterCreatorAdminPermissions: false } } }],
  violating: [
    { why: "asked for", props: { accessConfig: { bootstrapClusterCreatorAdminPermissions: true } }, ...creator },
    { why: "as AWS makes it", props: { accessConfig: undefined }, ...creator },
    { why: "not said", props: { accessConfig: { authenticationMode: "API" } }, ...creator },
  ],
  unknown: ["accessConfig.bootstrapClusterCreatorAdminPermissions"],
});
