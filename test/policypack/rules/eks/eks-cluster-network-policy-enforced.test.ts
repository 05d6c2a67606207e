import { eksClusterNetworkPolicyEnforced } from "../../../../policypack/rules/eks/eks-cluster-network-policy-enforced.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const addon = (configurationValues?: string, addonName = "vpc-cni") => ({ type: "aws:eks/addon:Addon", props: { addonName, configurationValues }, refs: { clusterName: "cluster.name" } });

testStackRule(eksClusterNetworkPolicyEnforced, {
  compliant: [
    { cluster: { type: "aws:eks/cluster:Cluster", props: { name: "main" } }, cni: addon(JSON.stringify({ env: {}, enableNetworkPolicy: "true" })), dns: addon(undefined, "coredns") },
    { cluster: { type: "aws:eks/cluster:Cluster", props: { name: "main" } }, cni: addon("enableNetworkPolicy: true") },
  ],
  violating: [
    { why: "off", change: { cni: addon(JSON.stringify({ enableNetworkPolicy: "false" })) }, blamed: "cni", property: "configurationValues", found: "no enableNetworkPolicy" },
    { why: "as AWS makes it", change: { cni: addon() }, blamed: "cni", property: "configurationValues", found: "no enableNetworkPolicy" },
    { why: "no add-on", change: { cni: null }, blamed: "cluster", property: "(cluster)", found: "no add-on vpc-cni in the stack" },
  ],
  unknown: [["cni", "configurationValues"]],
});
