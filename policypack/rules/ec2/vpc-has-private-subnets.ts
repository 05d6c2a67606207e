import { publicSubnets } from "../../engine/network-routes.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const vpcHasPrivateSubnets = defineStackRule({
  name: "vpc-has-private-subnets",
  description: "A VPC that has public subnets has private ones for its workloads.",
  severity: "medium",
  controls: ["vpc-public-private-separated"],
  citations: ["164.312(e)(1)"],
  remediation: ["Add subnets whose route table has no route to the internet gateway."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types",
  resources: ["aws:ec2/vpc:Vpc"],
  check: (stack) => {
    const open = new Set(publicSubnets(stack));
    return stack.ofType("aws:ec2/vpc:Vpc").flatMap((vpc) => {
      const subnets = stack.referringTo(vpc, "vpcId", "aws:ec2/subnet:Subnet");
      return subnets.length > 0 && subnets.every((subnet) => open.has(subnet)) ? [{ urn: vpc.urn, property: "(subnets)", found: "public subnets only", required: "private subnets as well" }] : [];
    });
  },
});
