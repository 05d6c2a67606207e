import { defineRule } from "../../engine/rule.ts";

export const eksClusterEndpointPrivateOnly = defineRule({
  name: "eks-cluster-endpoint-private-only",
  description: "The Kubernetes API is reached from inside the VPC only.",
  severity: "high",
  controls: ["eks-endpoint-no-public-access", "eks-endpoint-private-access"],
  citations: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: ["Set vpcConfig.endpointPublicAccess to false and vpcConfig.endpointPrivateAccess to true."],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  resources: ["aws:eks/cluster:Cluster"],
  check: ({ props }) => {
    const network = props.object("vpcConfig");
    // AWS's defaults are the open ones: public access on, private access off.
    const isPublic = network?.boolean("endpointPublicAccess") !== false;
    const isPrivate = network?.boolean("endpointPrivateAccess") === true;
    return [
      ...(isPublic ? [{ property: "vpcConfig.endpointPublicAccess", found: "a public endpoint", required: "false" }] : []),
      ...(isPrivate ? [] : [{ property: "vpcConfig.endpointPrivateAccess", found: "no private endpoint", required: "true" }]),
    ];
  },
});
