import { defineRule } from "../../engine/rule.ts";

export const lambdaInVpc = defineRule({
  name: "lambda-in-vpc",
  description: "Functions run in a VPC. Advisory, as a function that calls only AWS services, over TLS and with its own role, gains nothing from one.",
  severity: "low",
  level: "advisory",
  controls: ["lambda-in-vpc"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
  ],
  remediation: ["Set vpcConfig with private subnets and a security group."],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
  resources: ["aws:lambda/function:Function"],
  check: ({ props }) => {
    // A block or list that is not known yet will hold what it is made from.
    const network = props.isKnown("vpcConfig") ? props.object("vpcConfig") : undefined;
    const subnets = network?.isKnown("subnetIds") === true ? network.strings("subnetIds") : undefined;
    const isInside = network === undefined ? props.has("vpcConfig") && !props.isKnown("vpcConfig") : network.has("subnetIds") && subnets?.length !== 0;
    return isInside ? [] : [{ property: "vpcConfig.subnetIds", found: "nothing, so AWS's own network", required: "private subnets" }];
  },
});
