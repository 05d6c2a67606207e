import { describe, expect, it } from "vitest";
import type { CloudResource } from "../../../sandbox/inventory.ts";
import { type Properties, textOf } from "../../../sandbox/wire.ts";
import { FakeCloud } from "../support/fake-cloud.ts";

const ZONE = "hipaa.internal";
const LISTENER = "aws:lb/listener:Listener";

async function webAcl(fake: FakeCloud): Promise<CloudResource> {
  return await fake.create("aws:wafv2/webAcl:WebAcl", { name: "edge", scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: {} });
}

/** A listener on a load balancer's port for HTTPS. */
function on(balancer: CloudResource, protocol: string): Properties {
  return { loadBalancerArn: textOf(balancer.outputs["arn"]), port: 443, protocol, defaultActions: [] };
}

describe("Load balancers in the sandbox", () => {
  it("listen with the protocols of their kind, and end TLS with a certificate only", async () => {
    using fake = new FakeCloud();
    const network = await fake.create("aws:lb/loadBalancer:LoadBalancer", { name: "net", loadBalancerType: "network" });
    const application = await fake.create("aws:lb/loadBalancer:LoadBalancer", { name: "app" });
    await expect(fake.create(LISTENER, on(network, "HTTPS"))).rejects.toMatchObject({ message: "ValidationError: A certificate must be specified for HTTPS listeners" });
    await expect(fake.create(LISTENER, on(network, "HTTP"))).rejects.toMatchObject({ message: expect.stringContaining("must be one of TCP") });
    await expect(fake.create(LISTENER, on(application, "TCP"))).rejects.toMatchObject({ message: expect.stringContaining("must be one of HTTP, HTTPS") });
    await expect(fake.create(LISTENER, on(network, "TCP"))).resolves.toBeDefined();
    await expect(fake.create(LISTENER, { ...on(network, "TLS"), port: 8443, certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/a" })).resolves.toBeDefined();
  });
});

describe("Web ACLs in the sandbox", () => {
  it("stand before what exists", async () => {
    using fake = new FakeCloud();
    const acl = await webAcl(fake);
    const association = { webAclArn: textOf(acl.outputs["arn"]), resourceArn: "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_gone" };
    await expect(fake.create("aws:wafv2/webAclAssociation:WebAclAssociation", association)).rejects.toMatchObject({ code: "WAFUnavailableEntityException" });
    const pool = await fake.create("aws:cognito/userPool:UserPool", { name: "users" });
    await expect(fake.create("aws:wafv2/webAclAssociation:WebAclAssociation", { ...association, resourceArn: textOf(pool.outputs["arn"]) })).resolves.toBeDefined();
  });

  it("log to what is there and called as WAF wants it", async () => {
    using fake = new FakeCloud();
    const acl = await webAcl(fake);
    const log = (name: string) => ({ resourceArn: textOf(acl.outputs["arn"]), logDestinationConfigs: [`arn:aws:logs:us-east-1:123456789012:log-group:${name}`] });
    await fake.create("aws:cloudwatch/logGroup:LogGroup", { name: "/edge" });
    await fake.create("aws:cloudwatch/logGroup:LogGroup", { name: "aws-waf-logs-edge" });
    const logging = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";
    await expect(fake.create(logging, log("/edge"))).rejects.toMatchObject({ message: expect.stringContaining("does not begin with aws-waf-logs-") });
    await expect(fake.create(logging, log("aws-waf-logs-gone"))).rejects.toMatchObject({ code: "WAFLogDestinationPermissionIssueException" });
    await expect(fake.create(logging, log("aws-waf-logs-edge"))).resolves.toBeDefined();
  });
});

/** A record of a pair that fails over. */
function failover(type: string, more: Properties): Properties {
  return { name: `database.${ZONE}`, type: "CNAME", ttl: 60, records: ["db.example.org"], setIdentifier: type.toLowerCase(), failoverRoutingPolicies: [{ type }], ...more };
}

describe("Records in the sandbox", () => {
  it("are watched where they are first in line, and told apart", async () => {
    using fake = new FakeCloud();
    const zone = await fake.create("aws:route53/zone:Zone", { name: ZONE });
    const [inZone, record] = [{ zoneId: zone.id }, "aws:route53/record:Record"];
    await expect(fake.create(record, failover("PRIMARY", inZone))).rejects.toMatchObject({ code: "InvalidInput", message: expect.stringContaining("must have an associated health check") });
    const { setIdentifier: _set, ...nameless } = failover("SECONDARY", inZone);
    const { failoverRoutingPolicies: _policies, ...unrouted } = failover("SECONDARY", inZone);
    await expect(fake.create(record, nameless)).rejects.toMatchObject({ message: expect.stringContaining("needs a SetIdentifier") });
    await expect(fake.create(record, unrouted)).rejects.toMatchObject({ message: expect.stringContaining("needs a routing policy") });
    await expect(fake.create(record, failover("PRIMARY", { ...inZone, healthCheckId: "gone" }))).rejects.toMatchObject({ code: "InvalidInput", message: expect.stringContaining("No health check exists with id: gone") });
    const check = await fake.create("aws:route53/healthCheck:HealthCheck", { type: "CLOUDWATCH_METRIC", cloudwatchAlarmName: "a", cloudwatchAlarmRegion: "us-east-1" });
    await expect(fake.create(record, failover("PRIMARY", { ...inZone, healthCheckId: check.id }))).resolves.toBeDefined();
    await expect(fake.create(record, failover("SECONDARY", inZone))).resolves.toBeDefined();
  });

  it("are no CNAME at the top of a zone", async () => {
    using fake = new FakeCloud();
    const zone = await fake.create("aws:route53/zone:Zone", { name: ZONE });
    await expect(fake.create("aws:route53/record:Record", { zoneId: zone.id, name: ZONE, type: "CNAME", ttl: 60, records: ["db.example.org"] }))
      .rejects.toMatchObject({ code: "InvalidChangeBatch", message: expect.stringContaining("not permitted at apex") });
  });
});

describe("Private zones in the sandbox", () => {
  it("serve networks of any region, if they exist", async () => {
    using fake = new FakeCloud();
    const here = await fake.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
    const there = await fake.create("aws:ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16", region: "us-west-2" });
    const vpcs = [{ vpcId: here.id, vpcRegion: "us-east-1" }, { vpcId: there.id, vpcRegion: "us-west-2" }];
    await expect(fake.create("aws:route53/zone:Zone", { name: ZONE, vpcs })).resolves.toBeDefined();
    await expect(fake.create("aws:route53/zone:Zone", { name: ZONE, vpcs: [{ vpcId: "vpc-gone" }] })).rejects.toMatchObject({ code: "InvalidVPCId" });
  });
});
