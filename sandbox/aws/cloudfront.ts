import { CloudError } from "../cloud-error.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { isList, isProperties, textOf } from "../wire.ts";
import { byArn, byId } from "./reference-kinds.ts";

/** Ids of the response headers policies that AWS provides. */
const MANAGED_POLICY = /^(?:67f7725c-6f97-4210-82d7-5512b31e9d03|60669652-455b-4ae9-85a4-c4c02393f86c|5cc3b908-e619-4b99-88e5-2cf7f45965bd|e61eb60c-9c35-4d20-a928-2b84e02af89c|eaab4381-ed33-4a86-88ca-d9558dc6cd63)$/u;
const originAccessControl = byId(["aws:cloudfront/originAccessControl:OriginAccessControl"], {
  code: "NoSuchOriginAccessControl",
  message: "The specified origin access control does not exist: {value}",
  holds: { code: "OriginAccessControlInUse", message: "Origin access control {value} is used by a distribution" },
});
const responseHeadersPolicy = byId(["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"], {
  code: "NoSuchResponseHeadersPolicy",
  message: "The specified response headers policy does not exist: {value}",
  holds: { code: "ResponseHeadersPolicyInUse", message: "Response headers policy {value} is used by a distribution" },
}, MANAGED_POLICY);
/** Web ACLs of CloudFront lie in us-east-1; a distribution lies nowhere. */
const webAcl = byArn(["aws:wafv2/webAcl:WebAcl"], {
  code: "InvalidWebACLId",
  message: "The specified web ACL does not exist, or is not for CloudFront: {value}",
  holds: { code: "WAFAssociatedItemException", message: "AWS WAF couldn't perform the operation because your resource is being used by another resource: {value}" },
  anyRegion: true,
});

/** Distributions and what they refer to. */
export const cloudfrontModels: ResourceModels = {
  "aws:cloudfront/distribution:Distribution": {
    global: true,
    naming: false,
    replaceOn: ["anycastIpListId"],
    defaults: { httpVersion: "http2", priceClass: "PriceClass_All", retainOnDelete: false, staging: false, waitForDeployment: true },
    defaultsInside: {
      origins: { connectionAttempts: 3, connectionTimeout: 10 },
      defaultCacheBehavior: { compress: false },
      orderedCacheBehaviors: { compress: false },
      viewerCertificate: { minimumProtocolVersion: "TLSv1" },
    },
    id: "E{HEX:13}",
    arn: "arn:aws:cloudfront::{account}:distribution/{id}",
    duplicateCode: "CNAMEAlreadyExists",
    uniqueBy: ["aliases"],
    outputs: ({ createdAt, hex, now }) => ({
      callerReference: createdAt.toISOString(), domainName: `d${hex(13)}.cloudfront.net`, etag: `E${hex(12, now.toISOString()).toUpperCase()}`, hostedZoneId: "Z2FDTNDATAQYW2", inProgressValidationBatches: 0,
      lastModifiedTime: now.toISOString(), loggingV1Enabled: false, status: "Deployed", trustedKeyGroups: [{ enabled: false, items: [] }], trustedSigners: [{ enabled: false, items: [] }],
      continuousDeploymentPolicyId: "", origins: [], defaultCacheBehavior: { defaultTtl: 0, maxTtl: 0, minTtl: 0 },
    }),
    changedByUpdate: ["etag", "lastModifiedTime", "status"],
    references: {
      "origins.originAccessControlId": originAccessControl, "defaultCacheBehavior.responseHeadersPolicyId": responseHeadersPolicy, "orderedCacheBehaviors.responseHeadersPolicyId": responseHeadersPolicy, webAclId: webAcl,
    },
    validate: refuseDistribution,
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": {
    global: true,
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["name"],
    id: "E{HEX:13}",
    arn: "arn:aws:cloudfront::{account}:origin-access-control/{id}",
    duplicateCode: "OriginAccessControlAlreadyExists",
    uniqueBy: ["name"],
    outputs: ({ hex }) => ({ etag: `E${hex(12, "etag").toUpperCase()}` }),
    changedByUpdate: ["etag"],
  },
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    global: true,
    naming: { input: "name", maxLength: 128 },
    replaceOn: [],
    id: "{uuid}",
    arn: "arn:aws:cloudfront::{account}:response-headers-policy/{id}",
    duplicateCode: "ResponseHeadersPolicyAlreadyExists",
    uniqueBy: ["name"],
    outputs: ({ hex }) => ({ etag: `E${hex(12, "etag").toUpperCase()}` }),
    changedByUpdate: ["etag"],
  },
};

function refuseDistribution({ inputs, inventory }: ResourceContext): void {
  const certificate = isProperties(inputs["viewerCertificate"]) ? inputs["viewerCertificate"] : {};
  const aliases = isList(inputs["aliases"]) ? inputs["aliases"] : [];
  const arn = textOf(certificate["acmCertificateArn"]);
  if (aliases.length > 0 && arn === "" && certificate["iamCertificateId"] === undefined) {
    throw new CloudError("InvalidViewerCertificate", "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name");
  }
  if (arn !== "" && !arn.startsWith("arn:aws:acm:us-east-1:")) {
    throw new CloudError("InvalidViewerCertificate", `The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain: ${arn}`);
  }
  const acl = inventory.findByArn(textOf(inputs["webAclId"]), ["aws:wafv2/webAcl:WebAcl"]);
  if (acl !== undefined && acl.inputs["scope"] !== "CLOUDFRONT") {
    throw new CloudError("InvalidWebACLId", `The web ACL ${textOf(acl.inputs["name"])} is of the scope ${textOf(acl.inputs["scope"])}, not CLOUDFRONT`);
  }
}
