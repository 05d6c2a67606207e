import { defineStackRule } from "../../engine/rule.ts";

export const vpcSubnetsInSeveralZones = defineStackRule({
  name: "vpc-subnets-in-several-zones",
  description: "The subnets of a VPC are in two availability zones or more, named in the program.",
  severity: "medium",
  controls: ["vpc-subnets-multi-az"],
  citations: ["164.308(a)(7)(ii)(C)"],
  remediation: ["Set availabilityZone of the subnets to two different zones."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
  resources: ["aws:ec2/vpc:Vpc"],
  check: (stack) =>
    stack.ofType("aws:ec2/vpc:Vpc").flatMap((vpc) => {
      const subnets = stack.referringTo(vpc, "vpcId", "aws:ec2/subnet:Subnet");
      const zones = new Set(subnets.flatMap(({ props }) => ["availabilityZone", "availabilityZoneId"].map((property) => props.knownStrings(property)[0]).find((zone) => zone !== undefined) ?? []));
      return subnets.length === 0 || zones.size > 1 ? [] : [{ urn: vpc.urn, property: "(subnets)", found: `${String(subnets.length)} in ${String(zones.size)} named zones`, required: "two zones or more" }];
    }),
});
