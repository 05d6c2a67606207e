import { DISTRIBUTION_TYPES } from "../../engine/cloudfront-parts.ts";
import { defineRule } from "../../engine/rule.ts";

export const cloudfrontViewerTls12 = defineRule({
  name: "cloudfront-viewer-tls12",
  description: "A distribution has a certificate of its own and accepts TLS 1.2 and 1.3 only; with CloudFront's certificate TLS 1.0 is accepted.",
  severity: "high",
  controls: ["cloudfront-min-tls12"],
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  remediation: ['Set viewerCertificate.acmCertificateArn, and minimumProtocolVersion to "TLSv1.2_2021" or newer.'],
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
  resources: DISTRIBUTION_TYPES,
  check: ({ props }) => {
    const certificate = props.objects("viewerCertificate")[0];
    if (certificate === undefined || !(certificate.has("acmCertificateArn") || certificate.has("iamCertificateId"))) {
      return [{ property: "viewerCertificate.acmCertificateArn", found: "CloudFront's certificate, with TLS 1.0", required: "the ARN of a certificate" }];
    }
    const version = certificate.string("minimumProtocolVersion") ?? "TLSv1";
    return /^TLSv1\.[23](?:_|$)/u.test(version) ? [] : [{ property: "viewerCertificate.minimumProtocolVersion", found: version, required: '"TLSv1.2_2021" or newer' }];
  },
});
