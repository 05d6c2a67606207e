import { Distribution } from "@pulumi/aws/cloudfront/distribution.js";
import { OriginAccessControl } from "@pulumi/aws/cloudfront/originAccessControl.js";
import { Record } from "@pulumi/aws/route53/record.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { DEFAULT_COUNTRIES, REQUEST_RATE } from "../lib/firewall-rules.ts";
import { refuseProblems } from "../lib/problems.ts";
import type { SecureBucket } from "../lib/secure-bucket.ts";
import { FirewallScope, webFirewall, type WebFirewall } from "../lib/web-firewall.ts";
import { createContentBucket } from "./content-bucket.ts";
import { contentNames } from "./content-names.ts";
import { contentProblems, type FilledContent } from "./content-problems.ts";
import { createDistributionLog } from "./distribution-logs.ts";
import { createHeadersPolicy } from "./security-headers.ts";

export interface ContentDeliveryArgs {
  readonly deployment: Deployment;
  /** Domain of the site, such as `app.example.org`. CloudFront's own domain would accept TLS 1.0. */
  readonly domainName: string;
  /** Issued ACM certificate of the domain, in us-east-1. */
  readonly certificateArn: string;
  /** Key of log groups in us-east-1: the stack's own key or its replica there. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * Route 53 zone in which the domain is pointed to the site.
   * @default none: point the domain to the output `distributionDomainName` yourself
   */
  readonly hostedZoneId?: string;
  /**
   * Countries in which the site is served, as ISO 3166-1 codes (S5-23).
   * @default ["US"]
   */
  readonly countries?: string[];
  /**
   * Origins that pages may call, such as the API's and the sign-in page's.
   * @default none but the site itself
   */
  readonly connectOrigins?: string[];
  /**
   * Requests of one address within five minutes after which it is blocked.
   * @default 2000
   */
  readonly requestsPerFiveMinutes?: number;
  /**
   * Days for which the logs are kept; CloudWatch takes certain numbers only.
   * @default 365 (S4-102)
   */
  readonly logRetentionDays?: number;
  /**
   * Bucket for the access log of the content's bucket; its policy must let S3 deliver there.
   * @default a bucket of the component's own
   */
  readonly accessLogBucketName?: string;
  /**
   * ARN patterns of the principals that may administer the content's key.
   * @default any principal of the account whose IAM policies allow it
   */
  readonly administratorArns?: string[];
}

/**
 * A web application's pages, served by CloudFront from a private bucket. Pages only: no PHI is put in
 * the bucket, and nothing of a patient comes from there.
 *
 * Guarantees: the bucket is read by CloudFront alone, with signed requests (origin access control), and
 * encrypted under a key that opens nothing else; viewers use HTTPS with TLS 1.2 or newer, in the
 * allowed countries only; a web ACL blocks floods and known attacks; every answer has HSTS, a content
 * security policy, no framing, no sniffing and no referrer; every request is logged to an encrypted log
 * group, without address, query or cookie, and by the web ACL.
 *
 * Requirement rows: S5-21, S5-22, S5-23, S5-24, S3-21.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(c)(1), 164.312(e)(1), 164.312(e)(2)(ii), 164.308(a)(1)(ii)(D).
 *
 * #### Cost
 * Web ACL 12 USD a month and 0.60 USD per million requests; key 1 USD; transfer 0.085 USD per GB after the
 * first TB, which is free each month; logs 0.50 USD per GB. A small clinic: about 14 USD a month.
 *
 * @example
 * ```typescript
 * const site = new ContentDelivery("hipaa-dev-site", {
 *   deployment,
 *   domainName: "app.example.org",
 *   certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/app",
 *   logsKeyArn: keys.keyArn(KeyClass.Logs),
 *   connectOrigins: ["https://api.example.org", "https://auth.example.org"],
 * });
 * ```
 */
export class ContentDelivery extends pulumi.ComponentResource {
  /** Id of the distribution, for invalidations. */
  readonly distributionId: pulumi.Output<string>;
  /** ARN of the distribution. */
  readonly distributionArn: pulumi.Output<string>;
  /** Where the domain points to. */
  readonly distributionDomainName: pulumi.Output<string>;
  /** Bucket to which pages are published. */
  readonly bucketName: pulumi.Output<string>;
  /** Address of the site. */
  readonly url: pulumi.Output<string>;
  /** Log group of the access log, in us-east-1. */
  readonly accessLogGroupName: pulumi.Output<string>;

  constructor(name: string, args: ContentDeliveryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:ContentDelivery", name, {}, opts);
    const filled = filledIn(args);
    refuseProblems(contentProblems(args, filled), this, name);

    const { deployment, logsKeyArn, domainName, hostedZoneId } = args;
    const names = contentNames(deployment);
    const content = createContentBucket(this, name, { ...args, administratorArns: args.administratorArns ?? [] });
    const firewall = webFirewall(`${name}-firewall`, {
      deployment, logsKeyArn,
      scope: FirewallScope.CloudFront,
      webAcl: names.webAcl,
      limits: { countries: filled.countries, requestsPerFiveMinutes: filled.requestsPerFiveMinutes, bodyKib: 16 },
      logRetentionDays: filled.logRetentionDays,
      otherLogGroups: [names.logGroup],
    }, this);
    const distribution = createDistribution(this, name, args, filled, content, firewall);
    const accessLog = createDistributionLog(distribution, name, { names, logsKeyArn, logRetentionDays: filled.logRetentionDays, permission: firewall.delivery });
    if (hostedZoneId !== undefined) {
      createRecords(distribution, name, domainName, hostedZoneId);
    }

    this.distributionId = distribution.id;
    this.distributionArn = distribution.arn;
    this.distributionDomainName = distribution.domainName;
    this.bucketName = content.bucket.bucket;
    this.url = pulumi.output(`https://${domainName}`);
    this.accessLogGroupName = accessLog.name;
    this.registerOutputs({
      distributionId: this.distributionId, distributionArn: this.distributionArn, distributionDomainName: this.distributionDomainName,
      bucketName: this.bucketName, url: this.url, accessLogGroupName: this.accessLogGroupName,
    });
  }
}

function filledIn({ countries, connectOrigins, requestsPerFiveMinutes, logRetentionDays }: ContentDeliveryArgs): FilledContent {
  return { countries: countries ?? DEFAULT_COUNTRIES, connectOrigins: connectOrigins ?? [], requestsPerFiveMinutes: requestsPerFiveMinutes ?? REQUEST_RATE, logRetentionDays: logRetentionDays ?? 365 };
}

/** AWS's cache policy for content that is the same for everybody (CachingOptimized): no cookie, header or query tells answers apart. */
const SAME_FOR_EVERYBODY = "658327ea-f89d-4fab-a63d-7e88639e58f6";

function createDistribution(
  parent: ContentDelivery, name: string, { deployment, domainName, certificateArn }: ContentDeliveryArgs, { countries, connectOrigins }: FilledContent, content: SecureBucket, { webAcl }: WebFirewall,
): Distribution {
  const names = contentNames(deployment);
  const accessControl = new OriginAccessControl(`${name}-access-control`, {
    name: names.accessControl, description: "CloudFront signs its requests to the content", originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4",
  }, { parent });
  return new Distribution(`${name}-distribution`, {
    enabled: true,
    comment: `${deployment.prefix}: pages`,
    aliases: [domainName],
    defaultRootObject: "index.html",
    httpVersion: "http2and3",
    isIpv6Enabled: true,
    priceClass: "PriceClass_100",
    origins: [{ originId: "content", domainName: `${names.bucket}.s3.${deployment.region}.amazonaws.com`, originAccessControlId: accessControl.id }],
    defaultCacheBehavior: {
      targetOriginId: "content",
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      compress: true,
      cachePolicyId: SAME_FOR_EVERYBODY,
      responseHeadersPolicyId: createHeadersPolicy(parent, name, deployment, connectOrigins).id,
    },
    restrictions: { geoRestriction: { restrictionType: "whitelist", locations: [...countries] } },
    viewerCertificate: { acmCertificateArn: certificateArn, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" },
    webAclId: webAcl.arn,
    tags: classified("operational", { Name: `${deployment.prefix}-content` }),
  }, { parent, dependsOn: [content.bucket, ...content.guards] });
}

function createRecords(distribution: Distribution, name: string, domainName: string, zoneId: string): void {
  for (const type of ["A", "AAAA"]) {
    new Record(`${name}-record-${type.toLowerCase()}`, {
      zoneId, name: domainName, type, aliases: [{ name: distribution.domainName, zoneId: distribution.hostedZoneId, evaluateTargetHealth: false }],
    }, { parent: distribution });
  }
}
