import { defineStackRule } from "../../engine/rule.ts";

export const vpcEndpointsPresent = defineStackRule({
  name: "vpc-endpoints-present",
  description: "Each VPC reaches S3 and KMS, through which all data passes, by endpoints of its own.",
  severity: "medium",
  controls: ["vpc-endpoints-present"],
  citations: [
    "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  remediation: ["Add an aws.ec2.VpcEndpoint for each of the services."],
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  parameters: { services: { description: "Services, as in com.amazonaws.<region>.<service>, that each VPC has an endpoint for.", default: ["s3", "kms"] } },
  resources: ["aws:ec2/vpc:Vpc"],
  check: (stack, settings) =>
    stack.ofType("aws:ec2/vpc:Vpc").flatMap((vpc) => {
      const names = stack.referringTo(vpc, "vpcId", "aws:ec2/vpcEndpoint:VpcEndpoint").map(({ props }) => props.string("serviceName") ?? "");
      const missing = settings.strings("services").filter((service) => !names.some((name) => name.endsWith(`.${service}`)));
      return missing.length === 0 ? [] : [{ urn: vpc.urn, property: "(vpc)", found: `no endpoint for ${missing.join(", ")}`, required: "an aws.ec2.VpcEndpoint for each" }];
    }),
});
