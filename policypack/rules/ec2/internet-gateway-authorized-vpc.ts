import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const internetGatewayAuthorizedVpc = defineStackRule({
  name: "internet-gateway-authorized-vpc",
  description: "Internet gateways are attached only to VPCs of the same stack, whose routes are judged, or to VPCs that are named as authorised.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)"],
  controls: ["igw-authorized-vpc-only"],
  remediation: ["Attach the gateway to a VPC of this stack, or name the VPC in the parameter authorizedVpcs of the rule."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
  parameters: { authorizedVpcs: { description: "Ids of VPCs outside of the stack to which internet gateways may be attached.", default: [] } },
  resources: ["aws:ec2/internetGateway:InternetGateway", "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment"],
  check: (stack, settings) =>
    stack.ofType("aws:ec2/internetGateway:InternetGateway", "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment").flatMap((gateway) => {
      const inStack = stack.ofType("aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc").some((vpc) => stack.refersTo(gateway, "vpcId", vpc));
      if (inStack || !isGiven(gateway, "vpcId")) {
        return [];
      }
      const vpc = gateway.props.string("vpcId");
      return vpc === undefined || settings.strings("authorizedVpcs").includes(vpc)
        ? []
        : [{ urn: gateway.urn, property: "vpcId", found: `${vpc}, which is not of this stack`, required: "a VPC of this stack or an authorised one" }];
    }),
});
