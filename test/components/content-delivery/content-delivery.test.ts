import { beforeAll, describe, expect, test } from "vitest";
import { ContentDelivery, type ContentDeliveryArgs } from "../../../components/content-delivery/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";

const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };
const contentArguments: ContentDeliveryArgs = {
  deployment,
  domainName: "app.example.org",
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/app",
  logsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/logs",
  connectOrigins: ["https://api.example.org"],
};
const BUCKET = "hipaa-test-content-111122223333-us-east-1";
const OWN_DISTRIBUTIONS = { StringEquals: { "aws:SourceAccount": "111122223333" }, ArnLike: { "aws:SourceArn": ["arn:aws:cloudfront::111122223333:distribution/*"] } };

async function recorded(changes: Partial<ContentDeliveryArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new ContentDelivery("site", { ...contentArguments, ...changes }), { mode: "up" });
}

describe("ContentDelivery", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("serves by HTTPS with TLS 1.2 or newer, in the allowed countries only (S5-21 to S5-23)", async () => {
    const distribution = "aws:cloudfront/distribution:Distribution";
    expect(one(resources, distribution).inputs).toMatchObject({
      enabled: true, aliases: ["app.example.org"],
      viewerCertificate: { acmCertificateArn: contentArguments.certificateArn, minimumProtocolVersion: "TLSv1.2_2021", sslSupportMethod: "sni-only" },
      defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https", allowedMethods: ["GET", "HEAD"] },
      restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["US"] } },
    });
    expect(one(await recorded({ countries: ["US", "CA"] }), distribution).inputs).toMatchObject({ restrictions: { geoRestriction: { locations: ["US", "CA"] } } });
  });

  test("reads the bucket with signed requests, and nobody else reads it (S5-21)", () => {
    expect(one(resources, "aws:cloudfront/originAccessControl:OriginAccessControl").inputs).toMatchObject({ originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" });
    expect(one(resources, "aws:cloudfront/distribution:Distribution").inputs).toMatchObject({ origins: [{ domainName: `${BUCKET}.s3.us-east-1.amazonaws.com`, originAccessControlId: "site-access-control-id" }] });
    const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "site-content-policy").inputs;
    expect(statementsOf(policy).filter(({ Effect }) => Effect === "Allow")).toEqual([
      { Sid: "CloudFrontReads", Effect: "Allow", Principal: { Service: ["cloudfront.amazonaws.com"] }, Action: ["s3:GetObject"], Resource: [`arn:aws:s3:::${BUCKET}/*`], Condition: OWN_DISTRIBUTIONS },
    ]);
    expect(one(resources, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "site-content-public-access").inputs).toMatchObject({ blockPublicPolicy: true, restrictPublicBuckets: true });
  });

  test("encrypts the content under a key that CloudFront may only decrypt with, and that opens nothing else", () => {
    const { policy } = one(resources, "aws:kms/key:Key").inputs;
    expect(statement(policy, "CloudFrontDecrypts")).toMatchObject({ Action: ["kms:Decrypt"], Principal: { Service: ["cloudfront.amazonaws.com"] }, Condition: OWN_DISTRIBUTIONS });
    expect(statement(policy, "Publish").Condition).toMatchObject({
      StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:CallerAccount": "111122223333" },
      StringLike: { "kms:EncryptionContext:aws:s3:arn": [`arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`] },
    });
    expect(statement(policy, "Administration").Action).not.toEqual(expect.arrayContaining([expect.stringMatching(/Decrypt|GenerateDataKey|\*/u)]));
    expect(one(resources, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "site-content-encryption").inputs)
      .toMatchObject({ rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:aws:kms:us-east-1:111122223333:site-key" } }] });
  });

  test("sends security headers with every answer (S5-24)", () => {
    const { securityHeadersConfig } = one(resources, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy").inputs;
    expect(securityHeadersConfig).toMatchObject({
      strictTransportSecurity: { accessControlMaxAgeSec: 63_072_000, includeSubdomains: true, override: true },
      contentTypeOptions: { override: true }, frameOptions: { frameOption: "DENY", override: true }, referrerPolicy: { referrerPolicy: "no-referrer", override: true },
      contentSecurityPolicy: {
        contentSecurityPolicy: "default-src 'self'; connect-src 'self' https://api.example.org; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'", override: true,
      },
    });
    expect(one(resources, "aws:cloudfront/distribution:Distribution").inputs).toMatchObject({ defaultCacheBehavior: { responseHeadersPolicyId: "site-headers-id" } });
  });

  test("stands behind a web ACL of CloudFront's, with its logs in us-east-1", () => {
    expect(one(resources, "aws:wafv2/webAcl:WebAcl").inputs).toMatchObject({ scope: "CLOUDFRONT", region: "us-east-1", name: "hipaa-test-content" });
    expect(one(resources, "aws:cloudfront/distribution:Distribution").inputs["webAclId"]).toBe("arn:aws:wafv2:us-east-1:111122223333:site-firewall");
    const groups = all(resources, "aws:cloudwatch/logGroup:LogGroup").map(({ inputs }) => [inputs["name"], inputs["region"], inputs["kmsKeyId"]]);
    expect(groups).toEqual(expect.arrayContaining([
      ["aws-waf-logs-hipaa-test-content", "us-east-1", contentArguments.logsKeyArn], ["/aws/vendedlogs/hipaa-test-content", "us-east-1", contentArguments.logsKeyArn],
    ]));
  });

  test("logs every request, without address, query, cookie or referrer", () => {
    expect(one(resources, "aws:cloudwatch/logDeliverySource:LogDeliverySource").inputs).toMatchObject({ region: "us-east-1", logType: "ACCESS_LOGS", resourceArn: "arn:aws:cloudfront:us-east-1:111122223333:site-distribution" });
    const { recordFields } = one(resources, "aws:cloudwatch/logDelivery:LogDelivery").inputs;
    expect(recordFields).toEqual(expect.arrayContaining(["cs-uri-stem", "sc-status", "x-edge-request-id"]));
    expect(recordFields).not.toEqual(expect.arrayContaining([expect.stringMatching(/c-ip|query|Cookie|Referer|forwarded/iu)]));
    const { policyDocument } = one(resources, "aws:cloudwatch/logResourcePolicy:LogResourcePolicy").inputs;
    expect(statementsOf(policyDocument)[0]?.Resource).toEqual([
      "arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-hipaa-test-content:log-stream:*", "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vendedlogs/hipaa-test-content:log-stream:*",
    ]);
  });

  test("points the domain to the site where the zone is given, for both kinds of address", async () => {
    expect(all(resources, "aws:route53/record:Record")).toEqual([]);
    expect(all(await recorded({ hostedZoneId: "Z1" }), "aws:route53/record:Record").map(({ inputs }) => String(inputs["type"])).toSorted()).toEqual(["A", "AAAA"]);
  });

  test("has every policy document at the first preview, and registers what it shows", async () => {
    let fields: readonly string[] = [];
    const first = await record(() => {
      fields = publicFields(new ContentDelivery("site", contentArguments));
    });
    expect(policyDocuments(first).filter(({ document }) => typeof document !== "string")).toEqual([]);
    expect(registeredOutputs(first, "hipaa:index:ContentDelivery")).toEqual(fields);
  });
});

const REFUSED: readonly (readonly [string, Partial<ContentDeliveryArgs>, string])[] = [
  ["a stack without us-east-1", { deployment: { ...deployment, region: "us-east-2" } },
    'deployment.region, deployment.recoveryRegion = ["us-east-2","us-west-2"]: one of them is us-east-1: CloudFront logs there, and the log group\'s key must be there. Deploy content from a stack with us-east-1'],
  ["a domain that is none", { domainName: "app" }, 'domainName = "app": a domain name in lower case, such as app.example.org. Give such a name'],
  ["a certificate in another region", { certificateArn: "arn:aws:acm:us-west-2:111122223333:certificate/app" },
    'certificateArn = "arn:aws:acm:us-west-2:111122223333:certificate/app": CloudFront takes certificates of ACM in us-east-1 only. Request the certificate there'],
  ["no country", { countries: [] }, "countries = []: at least one country, or nobody could call. Leave it out for the United States"],
  ["an origin that could break out of the header", { connectOrigins: ["https://api.example.org; script-src *"] },
    'connectOrigins[0] = "https://api.example.org; script-src *": an origin such as https://api.example.org, without a path. Leave the path out'],
  ["an origin without TLS", { connectOrigins: ["http://api.example.org"] }, "connectOrigins[0] = "],
  ["a rate that WAF does not take", { requestsPerFiveMinutes: 1 }, "requestsPerFiveMinutes = 1: "],
  ["a log retention that CloudWatch does not know", { logRetentionDays: 30 }, "logRetentionDays = 30: "],
  ["a prefix that makes bucket names too long", { deployment: { ...deployment, prefix: "a-prefix-of-20-chars-and-more-than-20" } }, "bucket names have at most 63 characters"],
];

describe("ContentDelivery refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, changes, message) => {
    await expect(recorded(changes)).rejects.toThrow(message);
  });
});
