import { iamPolicyNamesResources } from "../../../../policypack/rules/iam/iam-policy-names-resources.ts";
import { allow, DENY_ALL, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const grants = (Action: unknown, change: object = {}) => ({ policy: policyText(allow({ Action, Resource: "*", ...change })) });
const property = "policy.Statement[0].Resource";

testRule(iamPolicyNamesResources, {
  compliant: [
    { props: { policy: policyText(allow()) } },
    { props: grants(["ecr:GetAuthorizationToken", "ec2:DescribeSubnets", "ec2:Describe*", "xray:PutTraceSegments", "ssmmessages:OpenDataChannel"]) },
    { props: grants("kms:Decrypt", { Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/phi" } } }) },
    { props: grants("ec2:DeleteTags", { Condition: { StringEquals: { "aws:ResourceTag/Cluster": "main" } } }) },
    { props: grants("cloudwatch:PutMetricData", { Condition: { StringEquals: { "cloudwatch:namespace": "Records" } } }) },
    { props: { policy: policyText(DENY_ALL) } },
    ...["aws:RequestTag/Cluster", "ecs:ResourceTag/Cluster", "ec2:Vpc", "ec2:Subnet", "secretsmanager:SecretId"].map((key) => ({
      props: grants("ec2:DeleteTags", { Condition: { StringEquals: { [key]: "main" } } }),
    })),
  ],
  violating: [
    { why: "any object", props: grants("s3:GetObject"), property, found: "every resource for s3:GetObject" },
    { why: "one of several", props: grants(["ecr:GetAuthorizationToken", "ecr:BatchGetImage"]), property, found: "every resource for ecr:BatchGetImage" },
    { why: "many", props: grants(["a:A", "a:B", "a:C", "a:D", "a:E"]), property, found: "every resource for a:A, a:B, a:C, 2 more" },
    { why: "reads by a wildcard", props: grants("s3:Get*"), property, found: "every resource for s3:Get*" },
    { why: "any value of a tag", props: grants("ec2:DeleteTags", { Condition: { StringLike: { "aws:ResourceTag/Cluster": "*" } } }), property, found: "every resource for ec2:DeleteTags" },
    { why: "over TLS only", props: grants("s3:GetObject", { Condition: { Bool: { "aws:SecureTransport": "true" } } }), property, found: "every resource for s3:GetObject" },
    { why: "by exclusion", props: grants(undefined, { NotAction: "iam:*" }), property, found: "every resource for everything but NotAction" },
    { why: "three at once", props: grants(["a:A", "a:B", "a:C"]), property, found: "every resource for a:A, a:B, a:C" },
    { why: "one of the values any", props: grants("ec2:DeleteTags", { Condition: { StringLike: { "aws:ResourceTag/Cluster": ["main", "*"] } } }), property, found: "every resource for ec2:DeleteTags" },
    { why: "no value at all", props: grants("ec2:DeleteTags", { Condition: { StringEquals: { "aws:ResourceTag/Cluster": [] } } }), property, found: "every resource for ec2:DeleteTags" },
    ...["aws:ResourceTag/", "xkms:ResourceAliases", "kms:ResourceAliasesx", "xcloudwatch:namespace", "cloudwatch:namespaces", "xec2:Vpc", "ec2:Subnets", "xsecretsmanager:SecretId", "secretsmanager:SecretIds", "myrequesttag/Cluster", "aws:TagKeys"].map((key) => ({
      why: `a condition on ${key}`, props: grants("ec2:DeleteTags", { Condition: { StringEquals: { [key]: "main" } } }), property, found: "every resource for ec2:DeleteTags",
    })),
  ],
  unknown: ["policy"],
});
