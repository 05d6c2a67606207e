import { Distribution } from "@pulumi/aws/cloudfront/distribution.js";
import { WebAcl as ClassicWebAcl } from "@pulumi/aws/wafregional/webAcl.js";
import { WebAcl } from "@pulumi/aws/wafv2/webAcl.js";

/** What stands before the clinic's sites. */
export function makeEdge(): void {
  // A site for old browsers, by HTTP if they like, from a bucket that must be public for it to work.
  new Distribution("site", {
    enabled: true,
    origins: [
      { originId: "forms", domainName: "forms.clinic.example.com", customOriginConfig: { httpPort: 80, httpsPort: 443, originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1"] } },
      { originId: "pages", domainName: "clinic-pages.s3.us-east-1.amazonaws.com" },
    ],
    defaultCacheBehavior: {
      targetOriginId: "forms",
      viewerProtocolPolicy: "allow-all",
      allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    },
    restrictions: { geoRestriction: { restrictionType: "whitelist", locations: ["US"] } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
  });

  // Firewalls that look at nothing and write nothing down.
  new WebAcl("empty", {
    name: "clinic-empty",
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "clinic-empty", sampledRequestsEnabled: true },
  });
  new ClassicWebAcl("old-firewall", { name: "clinic-old", metricName: "clinicold", defaultAction: { type: "ALLOW" } });
}
