import { publicSubnets, subnetsNamed } from "../../engine/network-routes.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { tagOf } from "../../engine/tags.ts";

export const eksNodesInPrivateSubnets = defineStackRule({
  name: "eks-nodes-in-private-subnets",
  description: "Nodes and Fargate pods start in subnets without a route to an internet gateway.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(4)(i)", "164.312(a)(1)", "164.312(e)(1)"],
  remediation: [
    "Set subnetIds to private subnets, by references to the subnets rather than to lists of a network component.",
  ],
  url: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
  resources: ["aws:eks/nodeGroup:NodeGroup", "aws:eks/fargateProfile:FargateProfile"],
  check: (stack) => {
    const open = new Set(publicSubnets(stack));
    return stack.ofType("aws:eks/nodeGroup:NodeGroup", "aws:eks/fargateProfile:FargateProfile").flatMap((nodes) =>
      subnetsNamed(stack, nodes, "subnetIds")
        .filter((subnet) => open.has(subnet) || tagOf(subnet.props, "SubnetType") === "Public")
        .map(({ name }) => ({ urn: nodes.urn, property: "subnetIds", found: `the public subnet ${name}`, required: "private subnets" })),
    );
  },
});
