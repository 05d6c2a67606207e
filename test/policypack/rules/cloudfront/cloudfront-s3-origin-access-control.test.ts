import { cloudfrontS3OriginAccessControl } from "../../../../policypack/rules/cloudfront/cloudfront-s3-origin-access-control.ts";
import { testRule } from "../../rule-tester.ts";

const bucket = { originId: "files", domainName: "files.s3.us-east-1.amazonaws.com", originAccessControlId: "E1" };

testRule(cloudfrontS3OriginAccessControl, {
  compliant: [{ props: { origins: [bucket, { originId: "app", domainName: "app.clinic.example", customOriginConfig: { originProtocolPolicy: "https-only" } }] } }],
  violating: [
    { why: "none", props: { origins: [{ ...bucket, originAccessControlId: undefined }] }, property: "origins[0].originAccessControlId", found: "nothing" },
    {
      why: "the old identity",
      props: { origins: [{ originId: "files", domainName: "files.s3.amazonaws.com", s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E2" } }] },
      property: "origins[0].originAccessControlId",
      found: "nothing",
    },
    {
      why: "a website",
      props: { origins: [{ originId: "site", domainName: "site.s3-website-us-east-1.amazonaws.com", customOriginConfig: { originProtocolPolicy: "http-only" } }] },
      property: "origins[0].domainName",
      found: "a bucket as a public website",
    },
  ],
  unknown: ["origins"],
  presence: ["origins[0].originAccessControlId", "origins[0].domainName"],
});
