import { accountPrincipal, type Deployment, viaService } from "../lib/deployment.ts";
import { keyAdministration } from "../lib/key-administration.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import { contentArn, distributions } from "./content-names.ts";

/** CloudFront, and only for distributions of this account. */
function byCloudFront(deployment: Deployment): Required<Pick<Statement, "principals" | "conditions">> {
  return {
    principals: { Service: ["cloudfront.amazonaws.com"] },
    conditions: { StringEquals: { "aws:SourceAccount": deployment.accountId }, ArnLike: { "aws:SourceArn": [distributions(deployment)] } },
  };
}

/** What the bucket allows CloudFront: to read the content, and nothing else. */
export function contentStatement(deployment: Deployment): Statement {
  return { sid: "CloudFrontReads", reason: "viewers get the content from CloudFront only", ...byCloudFront(deployment), actions: ["s3:GetObject"], resources: [contentArn(deployment, "/*")] };
}

/**
 * Policy of the content's own key. It is a key apart, so that what the whole world may see never
 * shares a key with what it may not.
 */
export function contentKeyPolicy(deployment: Deployment, administratorArns: readonly string[]): string {
  return policyDocument([
    keyAdministration(deployment, administratorArns),
    { sid: "CloudFrontDecrypts", reason: "CloudFront reads encrypted objects when it signs its requests", ...byCloudFront(deployment), actions: ["kms:Decrypt"], resources: ["*"] },
    {
      sid: "Publish",
      reason: "whoever may write to the bucket encrypts what is published",
      principals: { AWS: [accountPrincipal(deployment)] },
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      resources: ["*"],
      conditions: {
        StringEquals: { "kms:CallerAccount": deployment.accountId, "kms:ViaService": viaService("s3", deployment.region) },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [contentArn(deployment), contentArn(deployment, "/*")] },
      },
    },
  ]);
}
