import { defineStackRule } from "../../engine/rule.ts";

/** True for configuration values, in JSON or YAML, that turn network policies on. */
function enforces(values: string | undefined): boolean {
  return /["']?enableNetworkPolicy["']?\s*:\s*["']?true\b/u.test(values ?? "");
}

export const eksClusterNetworkPolicyEnforced = defineStackRule({
  name: "eks-cluster-network-policy-enforced",
  description: "The VPC CNI add-on of each cluster enforces Kubernetes network policies.",
  severity: "high",
  controls: ["eks-network-policy"],
  citations: ["164.312(e)(1)"],
  remediation: ['Set enableNetworkPolicy to "true" in configurationValues of the add-on vpc-cni.'],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html",
  resources: ["aws:eks/cluster:Cluster"],
  check: (stack) =>
    stack.ofType("aws:eks/cluster:Cluster").flatMap(({ urn, ...cluster }) => {
      const addons = stack.referringTo({ urn, ...cluster }, "clusterName", "aws:eks/addon:Addon").filter(({ props }) => props.string("addonName") === "vpc-cni");
      if (addons.length === 0) {
        return [{ urn, property: "(cluster)", found: "no add-on vpc-cni in the stack", required: "one that enforces network policies" }];
      }
      return addons
        .filter(({ props }) => !enforces(props.string("configurationValues")))
        .map((addon) => ({ urn: addon.urn, property: "configurationValues", found: "no enableNetworkPolicy", required: '{"enableNetworkPolicy":"true"}' }));
    }),
});
