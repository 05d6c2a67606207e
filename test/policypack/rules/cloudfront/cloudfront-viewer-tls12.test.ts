import { cloudfrontViewerTls12 } from "../../../../policypack/rules/cloudfront/cloudfront-viewer-tls12.ts";
import { testRule } from "../../rule-tester.ts";

const certificate = (change: object) => ({ viewerCertificate: { acmCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1", sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021", ...change } });

testRule(cloudfrontViewerTls12, {
  compliant: [
    { props: certificate({}) }, { props: certificate({ minimumProtocolVersion: "TLSv1.3_2025" }) },
    { props: certificate({ minimumProtocolVersion: "TLSv1.3" }) },
    { props: certificate({ acmCertificateArn: undefined, iamCertificateId: "ASCAEXAMPLE" }) },
  ],
  violating: [
    { why: "CloudFront's certificate", props: { viewerCertificate: { cloudfrontDefaultCertificate: true } }, property: "viewerCertificate.acmCertificateArn", found: "CloudFront's certificate, with TLS 1.0" },
    { why: "no certificate at all", props: { viewerCertificate: undefined }, property: "viewerCertificate.acmCertificateArn", found: "CloudFront's certificate, with TLS 1.0" },
    { why: "a version that only ends as one", props: certificate({ minimumProtocolVersion: "SSLv3+TLSv1.2_2021" }), property: "viewerCertificate.minimumProtocolVersion", found: "SSLv3+TLSv1.2_2021" },
    { why: "TLS 1.1", props: certificate({ minimumProtocolVersion: "TLSv1.1_2016" }), property: "viewerCertificate.minimumProtocolVersion", found: "TLSv1.1_2016" },
    { why: "as AWS makes it", props: certificate({ minimumProtocolVersion: undefined }), property: "viewerCertificate.minimumProtocolVersion", found: "TLSv1" },
  ],
  unknown: ["viewerCertificate", "viewerCertificate.minimumProtocolVersion"],
  presence: ["viewerCertificate.acmCertificateArn"],
});
