import { describe, expect, it } from "vitest";
import type { CloudResource } from "../../../sandbox/inventory.ts";
import { EAST, FakeCloud } from "../support/fake-cloud.ts";
import { type Properties, textOf } from "../../../sandbox/wire.ts";

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";
const certificate = "arn:aws:acm:us-east-1:123456789012:certificate/a";
const WEST = { ...EAST, region: "us-west-2" };

function distribution(changes: Properties = {}): Properties {
  return {
    enabled: true, aliases: ["app.example.org"], viewerCertificate: { acmCertificateArn: certificate }, restrictions: { geoRestriction: { restrictionType: "none" } },
    origins: [{ originId: "content", domainName: "content.s3.us-east-1.amazonaws.com" }],
    defaultCacheBehavior: { targetOriginId: "content", viewerProtocolPolicy: "https-only", allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"] },
    ...changes,
  };
}

async function webAcl(fake: FakeCloud, scope: string): Promise<CloudResource> {
  return await fake.create("aws:wafv2/webAcl:WebAcl", { name: scope, scope, defaultAction: { allow: {} }, visibilityConfig: {} });
}

describe("CloudFront in the sandbox", () => {
  it("takes a domain with a certificate in us-east-1 only", async () => {
    using fake = new FakeCloud();
    await expect(fake.create(DISTRIBUTION, distribution({ viewerCertificate: { cloudfrontDefaultCertificate: true } }))).rejects.toMatchObject({ code: "InvalidViewerCertificate" });
    await expect(fake.create(DISTRIBUTION, distribution({ viewerCertificate: { acmCertificateArn: certificate.replace("us-east-1", "us-west-2") } }))).rejects.toMatchObject({ message: expect.stringContaining("us-east-1") });
    await expect(fake.create(DISTRIBUTION, distribution())).resolves.toMatchObject({ region: "" });
    await expect(fake.create(DISTRIBUTION, distribution())).rejects.toMatchObject({ code: "CNAMEAlreadyExists" });
  });

  it("takes web ACLs of its own scope only, and keeps them from being deleted", async () => {
    using fake = new FakeCloud();
    const regional = await webAcl(fake, "REGIONAL");
    const global = await webAcl(fake, "CLOUDFRONT");
    await expect(fake.create(DISTRIBUTION, distribution({ webAclId: textOf(regional.outputs["arn"]) }))).rejects.toMatchObject({ code: "InvalidWebACLId" });
    await fake.create(DISTRIBUTION, distribution({ webAclId: textOf(global.outputs["arn"]) }));
    await expect(fake.delete(global)).rejects.toMatchObject({ code: "WAFAssociatedItemException" });
  });

  it("takes AWS's own header policies, and no access control that is not there", async () => {
    using fake = new FakeCloud();
    const behavior = { targetOriginId: "content", viewerProtocolPolicy: "https-only", allowedMethods: ["GET"], cachedMethods: ["GET"] };
    await expect(fake.create(DISTRIBUTION, distribution({ defaultCacheBehavior: { ...behavior, responseHeadersPolicyId: "67f7725c-6f97-4210-82d7-5512b31e9d03" } }))).resolves.toBeDefined();
    await expect(fake.create(DISTRIBUTION, distribution({ aliases: [], origins: [{ originId: "content", domainName: "content", originAccessControlId: "EGONE" }] }))).rejects.toMatchObject({ code: "NoSuchOriginAccessControl" });
  });
});

describe("Delivery of logs in the sandbox", () => {
  it("starts from us-east-1 for CloudFront, needs its ends, and holds them", async () => {
    using fake = new FakeCloud();
    const site = await fake.create(DISTRIBUTION, distribution());
    const from = { name: "site", logType: "ACCESS_LOGS", resourceArn: textOf(site.outputs["arn"]) };
    await expect(fake.create("aws:cloudwatch/logDeliverySource:LogDeliverySource", from, WEST)).rejects.toMatchObject({ message: expect.stringContaining("us-east-1, not us-west-2") });
    await expect(fake.create("aws:cloudwatch/logDeliverySource:LogDeliverySource", { ...from, resourceArn: "arn:aws:cloudfront::123456789012:distribution/EGONE" })).rejects.toMatchObject({ code: "ResourceNotFoundException" });
    const source = await fake.create("aws:cloudwatch/logDeliverySource:LogDeliverySource", from);
    expect(source.outputs["service"]).toBe("cloudfront");
    const to = { name: "site", deliveryDestinationConfiguration: { destinationResourceArn: "arn:aws:logs:us-east-1:123456789012:log-group:/site" } };
    await expect(fake.create("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", to)).rejects.toMatchObject({ code: "ValidationException" });
    await fake.create("aws:cloudwatch/logGroup:LogGroup", { name: "/site" });
    const destination = await fake.create("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination", to);
    expect(destination.outputs["deliveryDestinationType"]).toBe("CWL");
    await fake.create("aws:cloudwatch/logDelivery:LogDelivery", { deliverySourceName: "site", deliveryDestinationArn: textOf(destination.outputs["arn"]) });
    await expect(fake.delete(source)).rejects.toMatchObject({ code: "ConflictException" });
    await expect(fake.delete(destination)).rejects.toMatchObject({ code: "ConflictException" });
  });
});
