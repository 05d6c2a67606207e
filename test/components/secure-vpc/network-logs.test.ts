import { beforeAll, describe, expect, test } from "vitest";
import { SecureVpc, type SecureVpcArgs } from "../../../components/secure-vpc/index.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { networkArguments } from "./network-arguments.ts";

const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
const BUCKET = "arn:aws:s3:::locked-logs";

async function recorded(changes: Partial<SecureVpcArgs> = {}, mode: "preview" | "up" = "preview"): Promise<readonly Recorded[]> {
  return await record(() => new SecureVpc("network", { ...networkArguments, ...changes }), { mode });
}

describe("SecureVpc's flow logs", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("logs all traffic each minute, encrypted, for a year (S4-14, S4-102)", () => {
    expect(one(resources, "aws:ec2/flowLog:FlowLog").inputs).toMatchObject({ trafficType: "ALL", logDestinationType: "cloud-watch-logs", maxAggregationInterval: 60 });
    expect(one(resources, "aws:cloudwatch/logGroup:LogGroup", "network-flow-logs").inputs).toMatchObject({
      name: "/aws/vpc/hipaa-test/flow-logs", kmsKeyId: networkArguments.logsKeyArn, retentionInDays: 365,
    });
  });

  test("lets the flow log service write to its group, for this account's flow logs, and nothing else (S4-72)", () => {
    const role = one(resources, "aws:iam/role:Role");
    expect(statementsOf(role.inputs["assumeRolePolicy"])).toMatchObject([{
      Principal: { Service: ["vpc-flow-logs.amazonaws.com"] },
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" }, ArnLike: { "aws:SourceArn": "arn:aws:ec2:us-east-1:111122223333:vpc-flow-log/*" } },
    }]);
    const policy = one(resources, "aws:iam/policy:Policy").inputs["policy"];
    expect(statement(policy, "WriteRecords").Resource).toEqual([
      "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vpc/hipaa-test/flow-logs", "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vpc/hipaa-test/flow-logs:log-stream:*",
    ]);
  });

  test("starts logging once the service may write", () => {
    expect(one(resources, "aws:ec2/flowLog:FlowLog").dependencies).toEqual(expect.arrayContaining([
      one(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").urn,
    ]));
  });

  test("say which way traffic went, by which path, and whose addresses are behind NAT", () => {
    const format = String(one(resources, FLOW_LOG).inputs["logFormat"]);
    for (const field of ["vpc-id", "subnet-id", "pkt-srcaddr", "pkt-dstaddr", "flow-direction", "traffic-path", "action"]) {
      expect(format).toContain(`\${${field}}`);
    }
  });

  test("go to a locked bucket as well, when there is one, and need no role there", async () => {
    const archive = one(await recorded({ flowLogBucketArn: BUCKET }), FLOW_LOG, "network-flow-log-archive").inputs;
    expect(archive).toMatchObject({ trafficType: "ALL", logDestinationType: "s3", logDestination: BUCKET });
    expect(archive).not.toHaveProperty("iamRoleArn");
    expect(archive["logFormat"]).toBe(one(resources, FLOW_LOG).inputs["logFormat"]);
  });

  test("lie in the bucket where its policy lets AWS write: under AWSLogs, without Hive's prefixes", async () => {
    expect(one(await recorded({ flowLogBucketArn: BUCKET }), FLOW_LOG, "network-flow-log-archive").inputs["destinationOptions"])
      .toEqual({ fileFormat: "plain-text", hiveCompatiblePartitions: false, perHourPartition: true });
  });

  test("go to CloudWatch alone without a bucket", () => {
    expect(all(resources, FLOW_LOG)).toHaveLength(1);
  });
});

describe("SecureVpc's DNS log", () => {
  test("records every name that is looked up in the VPC, encrypted, for a year", async () => {
    const resources = await recorded({}, "up");
    expect(one(resources, "aws:cloudwatch/logGroup:LogGroup", "network-dns-queries").inputs).toMatchObject({
      name: "/aws/vpc/hipaa-test/dns-queries", kmsKeyId: networkArguments.logsKeyArn, retentionInDays: 365,
    });
    const config = one(resources, "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig");
    expect(config.inputs["destinationArn"]).toBe("arn:aws:cloudwatch:us-east-1:111122223333:network-dns-queries");
    expect(one(resources, "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation").inputs).toEqual({
      resolverQueryLogConfigId: "network-dns-queries-id", resourceId: "network-id",
    });
  });

  test("starts once the group lets AWS write, or AWS would add a policy of its own", async () => {
    const resources = await recorded();
    expect(one(resources, "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig").dependencies).toContain(one(resources, "aws:cloudwatch/logResourcePolicy:LogResourcePolicy").urn);
  });

  test("admits AWS's log delivery to its own group, for this account's logs, and to nothing else", async () => {
    const { policyDocument } = one(await recorded(), "aws:cloudwatch/logResourcePolicy:LogResourcePolicy").inputs;
    expect(statementsOf(policyDocument)).toEqual([expect.objectContaining({
      Principal: { Service: ["delivery.logs.amazonaws.com"] },
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: ["arn:aws:logs:us-east-1:111122223333:log-group:/aws/vpc/hipaa-test/dns-queries:log-stream:*"],
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" }, ArnLike: { "aws:SourceArn": ["arn:aws:logs:us-east-1:111122223333:*"] } },
    })]);
    // The provider takes 5,120 characters.
    expect(String(policyDocument).length).toBeLessThan(1000);
  });
});
