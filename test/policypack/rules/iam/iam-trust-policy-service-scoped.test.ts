import { iamTrustPolicyServiceScoped } from "../../../../policypack/rules/iam/iam-trust-policy-service-scoped.ts";
import { policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const trust = (change: object) => ({
  assumeRolePolicy: policyText({
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: "vpc-flow-logs.amazonaws.com" },
    Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
    ...change,
  }),
});
/** Services that send for anybody's resources and say for whose; CloudTrail's role for log groups is not among them. */
const SENDERS = ["bedrock", "comprehend", "dlm", "ecs-tasks", "fis", "monitoring.rds", "personalize", "sagemaker", "scheduler", "ssm", "states", "transcribe", "transfer", "vpc-flow-logs"];
const property = "assumeRolePolicy.Statement[0].Condition";

testRule(iamTrustPolicyServiceScoped, {
  compliant: [
    { props: trust({}) },
    { props: trust({ Condition: { ArnLike: { "aws:SourceArn": "arn:aws:ec2:us-east-1:123456789012:vpc-flow-log/*" } } }) },
    { props: trust({ Principal: { Service: "ec2.amazonaws.com" }, Condition: undefined }) },
    { props: trust({ Principal: { AWS: "123456789012" }, Condition: undefined }) },
    { props: trust({ Effect: "Deny", Condition: undefined }) },
    { props: trust({ Principal: { Service: "cloudtrail.amazonaws.com" }, Condition: undefined }) },
    { props: trust({ Principal: { Federated: "states.amazonaws.com" }, Condition: undefined }) },
  ],
  violating: [
    { why: "no condition", props: trust({ Condition: undefined }), property, found: "vpc-flow-logs.amazonaws.com for anyone's resources" },
    { why: "any account", props: trust({ Condition: { StringLike: { "aws:SourceAccount": "*" } } }), property, found: "vpc-flow-logs.amazonaws.com for anyone's resources" },
    {
      why: "the service of another partition",
      props: trust({ Principal: { Service: ["ec2.amazonaws.com", "states.amazonaws.com.cn"] }, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      property,
      found: "states.amazonaws.com.cn for anyone's resources",
    },
    {
      why: "two services",
      props: trust({ Principal: { Service: ["ssm.amazonaws.com", "states.amazonaws.com"] }, Condition: undefined }),
      property,
      found: "ssm.amazonaws.com, states.amazonaws.com for anyone's resources",
    },
    ...SENDERS.map((service) => ({
      why: service, props: trust({ Principal: { Service: `${service}.amazonaws.com` }, Condition: undefined }), property, found: `${service}.amazonaws.com for anyone's resources`,
    })),
  ],
  unknown: ["assumeRolePolicy"],
});
