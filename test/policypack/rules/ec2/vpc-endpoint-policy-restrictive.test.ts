import { vpcEndpointPolicyRestrictive } from "../../../../policypack/rules/ec2/vpc-endpoint-policy-restrictive.ts";
import { policyText } from "../../policy-text.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const own = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } } };
type Statement = Readonly<Record<string, unknown>>;
const endpoint = (...statements: readonly Statement[]) => ({ type: "aws:ec2/vpcEndpoint:VpcEndpoint", props: { serviceName: "com.amazonaws.us-east-1.s3", policy: policyText(...statements) } });
const open = { blamed: "endpoint", property: "policy.Statement[0]", found: "any call of anyone" };

testStackRule(vpcEndpointPolicyRestrictive, {
  compliant: [
    { endpoint: endpoint(own) },
    { endpoint: endpoint({ ...own, Condition: { StringEquals: { "aws:ResourceOrgID": "o-exampleorg1" } } }) },
    { endpoint: endpoint({ ...own, Action: "s3:GetObject", Resource: "arn:aws:s3:::prod-layers/*", Condition: undefined }) },
    { endpoint: endpoint({ ...own, Condition: { StringEquals: { "aws:ResourceAccount": "123456789012" } } }) },
    { endpoint: endpoint({ ...own, Effect: "Deny", Condition: undefined }) },
    { endpoint: endpoint({ ...own, Principal: { AWS: "123456789012" }, Condition: undefined }) },
    { endpoint: endpoint({ ...own, Action: "s3:GetObject", Condition: undefined }) },
    { endpoint: { type: "aws:ec2/vpcEndpoint:VpcEndpoint", props: { serviceName: "aws.sagemaker.us-east-1.com.amazonaws.studio" } } },
    { endpoint: { type: "aws:ec2/vpcEndpoint:VpcEndpoint", props: { serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-1" } } },
    {
      endpoint: { type: "aws:ec2/vpcEndpoint:VpcEndpoint", props: { serviceName: "com.amazonaws.us-east-1.kms" } },
      policy: { type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy", props: { policy: policyText(own) }, refs: { vpcEndpointId: "endpoint.id" } },
    },
  ],
  violating: [
    { why: "no policy", change: { endpoint: { props: { policy: undefined } } }, blamed: "endpoint", property: "policy", found: "nothing, so any call of anyone" },
    { why: "everything", change: { endpoint: endpoint({ ...own, Condition: undefined }) }, ...open },
    { why: "all of the service", change: { endpoint: endpoint({ ...own, Action: "s3:*", Condition: undefined }) }, ...open },
    { why: "any organisation", change: { endpoint: endpoint({ ...own, Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }) }, ...open },
    { why: "a policy beside it", of: 9, change: { policy: { props: { policy: policyText({ ...own, Condition: {} }) } } }, blamed: "policy", property: "policy.Statement[0]", found: "any call of anyone" },
    { why: "not JSON", change: { endpoint: { props: { policy: "any" } } }, blamed: "endpoint", property: "policy", found: "a text that is not a policy document (not JSON)" },
  ],
});
