import { defineStackRule } from "../../engine/rule.ts";

export const lambdaInSeveralZones = defineStackRule({
  name: "lambda-in-several-zones",
  description: "A function in a VPC has subnets in two availability zones or more.",
  severity: "medium",
  controls: ["lambda-multi-az"],
  citations: ["164.308(a)(7)(ii)(C)"],
  remediation: ["Add a subnet of another zone to vpcConfig.subnetIds."],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
  resources: ["aws:lambda/function:Function"],
  check: (stack) =>
    stack.ofType("aws:lambda/function:Function").flatMap((fn) => {
      const subnets = stack.namedBy(fn, "vpcConfig", "aws:ec2/subnet:Subnet");
      // A subnet whose zone AWS chooses is one place, whichever it will be.
      const zones = new Set(subnets.map(({ urn, props }) => props.knownStrings("availabilityZone")[0] ?? urn));
      const ids = fn.props.isKnown("vpcConfig") ? fn.props.object("vpcConfig")?.knownStrings("subnetIds") ?? [] : [];
      const isOne = subnets.length > 0 ? zones.size === 1 && ids.length <= subnets.length : ids.length === 1;
      return isOne ? [{ urn: fn.urn, property: "vpcConfig.subnetIds", found: "subnets in one zone", required: "subnets in two zones" }] : [];
    }),
});
