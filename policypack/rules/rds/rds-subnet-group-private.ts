import { publicSubnets, subnetsNamed } from "../../engine/network-routes.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const rdsSubnetGroupPrivate = defineStackRule({
  name: "rds-subnet-group-private",
  description: "Databases live in subnets without a route to the internet.",
  severity: "high",
  citations: ["164.312(a)(1)", "164.312(e)(1)"],
  controls: ["rds-private-subnet-group"],
  remediation: ["Give subnetIds only subnets whose route table has no route to an internet gateway."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
  resources: ["aws:rds/subnetGroup:SubnetGroup"],
  check: (stack) => {
    const open = new Set(publicSubnets(stack));
    return stack.ofType("aws:rds/subnetGroup:SubnetGroup").flatMap((group) =>
      subnetsNamed(stack, group, "subnetIds")
        .filter((subnet) => open.has(subnet))
        .map((subnet) => ({ urn: group.urn, property: "subnetIds", found: `${subnet.name}, which has a route to the internet`, required: "private subnets" })),
    );
  },
});
