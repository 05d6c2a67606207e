import { vpcEndpointsPresent } from "../../../../policypack/rules/ec2/vpc-endpoints-present.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const endpoint = (service: string) => ({ type: "aws:ec2/vpcEndpoint:VpcEndpoint", props: { serviceName: `com.amazonaws.us-east-1.${service}` }, refs: { vpcId: "vpc.id" } });

testStackRule(vpcEndpointsPresent, {
  compliant: [{ vpc: { type: "aws:ec2/vpc:Vpc" }, s3: endpoint("s3"), kms: endpoint("kms") }],
  violating: [
    { why: "no key service", change: { kms: null }, blamed: "vpc", property: "(vpc)", found: "no endpoint for kms" },
    { why: "none", change: { kms: null, s3: null }, blamed: "vpc", property: "(vpc)", found: "no endpoint for s3, kms" },
    { why: "another service of a similar name", change: { s3: endpoint("s3express") }, blamed: "vpc", property: "(vpc)", found: "no endpoint for s3" },
    { why: "in another VPC", change: { other: { type: "aws:ec2/vpc:Vpc" } }, blamed: "other", property: "(vpc)", found: "no endpoint for s3, kms" },
  ],
  unknown: [["kms", "serviceName"]],
});
