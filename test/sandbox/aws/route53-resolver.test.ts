import { describe, expect, test } from "vitest";
import { textOf } from "../../../sandbox/wire.ts";
import { FakeCloud } from "../support/fake-cloud.ts";

const CONFIG = "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig";
const ASSOCIATION = "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";
const GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:/dns";

describe("a log of DNS queries", () => {
  test.each([GROUP, "arn:aws:s3:::nothing"])("is refused when %s, where it goes, does not exist", async (destinationArn) => {
    using fake = new FakeCloud();
    await expect(fake.create(CONFIG, { name: "dns", destinationArn })).rejects.toThrow("ResourceNotFoundException");
  });

  test("is refused for a VPC by a configuration that does not exist", async () => {
    using fake = new FakeCloud();
    const vpc = await fake.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    await expect(fake.create(ASSOCIATION, { resolverQueryLogConfigId: "rqlc-0000000000000000", resourceId: vpc.id })).rejects.toThrow("ResourceNotFoundException");
  });

  test("records a VPC once, and stays as long as it does", async () => {
    using fake = new FakeCloud();
    await fake.create("aws:cloudwatch/logGroup:LogGroup", { name: "/dns" });
    const config = await fake.create(CONFIG, { name: "dns", destinationArn: GROUP });
    expect(textOf(config.outputs["arn"])).toBe(`arn:aws:route53resolver:us-east-1:123456789012:resolver-query-log-config/${config.id}`);
    const vpc = await fake.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    const inputs = { resolverQueryLogConfigId: config.id, resourceId: vpc.id };
    const association = await fake.create(ASSOCIATION, inputs);
    await expect(fake.create(ASSOCIATION, inputs)).rejects.toThrow("ResourceExistsException");
    await expect(fake.delete(config)).rejects.toThrow("InvalidRequestException");
    await fake.delete(association);
    await expect(fake.delete(config)).resolves.toBeUndefined();
  });
});
