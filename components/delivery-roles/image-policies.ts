import { accountPrincipal, arnOf, type Deployment, viaService } from "../lib/deployment.ts";
import { keyAdministration } from "../lib/key-administration.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import { deliveryNames, roleArn } from "./delivery-names.ts";

const PUSH = ["ecr:BatchDeleteImage", "ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"];

/** Key of the images in one region: used through ECR alone, which keeps a grant for each repository. */
export function imageKeyPolicy(deployment: Deployment, region: string, administratorArns: readonly string[]): string {
  const throughEcr = { "kms:CallerAccount": deployment.accountId, "kms:ViaService": viaService("ecr", region) };
  const principals = { AWS: [accountPrincipal(deployment)] };
  return policyDocument([
    keyAdministration(deployment, administratorArns),
    {
      sid: "UseImages", reason: "images of this account, through ECR only", principals,
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"], resources: ["*"], conditions: { StringEquals: throughEcr },
    },
    {
      sid: "GrantImages", reason: "ECR keeps a grant on the key while a repository exists", principals,
      actions: ["kms:CreateGrant", "kms:ListGrants", "kms:RetireGrant", "kms:RevokeGrant"], resources: ["*"],
      conditions: { Bool: { "kms:GrantIsForAWSResource": "true" }, StringEquals: throughEcr },
    },
  ]);
}

/** Key that vouches for images: the publishing role signs, everybody in the account may check. */
export function signingKeyPolicy(deployment: Deployment, administratorArns: readonly string[]): string {
  const principals = { AWS: [accountPrincipal(deployment)] };
  const { publishRole } = deliveryNames(deployment);
  return policyDocument([
    keyAdministration(deployment, administratorArns),
    {
      sid: "Sign", reason: "only the job that publishes images vouches for them (S1-66)", principals,
      actions: ["kms:Sign"], resources: ["*"],
      conditions: { ArnEquals: { "aws:PrincipalArn": roleArn(deployment, publishRole) }, StringEquals: { "kms:CallerAccount": deployment.accountId, "kms:SigningAlgorithm": "ECDSA_SHA_256" } },
    },
    {
      sid: "Check", reason: "admission and deployments check signatures against the public key", principals,
      actions: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Verify"], resources: ["*"], conditions: { StringEquals: { "kms:CallerAccount": deployment.accountId } },
    },
  ]);
}

/** Policy of a repository: images come from the publishing role and from replication, and stay in the account. */
export function repositoryPolicy(deployment: Deployment): string {
  const replication = roleArn(deployment, "aws-service-role/replication.ecr.amazonaws.com/AWSServiceRoleForECRReplication");
  // A repository's policy speaks of its own repository: ECR takes no Resource element.
  return policyDocument([
    {
      sid: "PushedByPipelineOnly",
      reason: "what runs was built, scanned and signed by the pipeline (S2-34)",
      effect: "Deny",
      principals: "*",
      actions: PUSH,
      conditions: { ArnNotEquals: { "aws:PrincipalArn": [roleArn(deployment, deliveryNames(deployment).publishRole), replication] }, Bool: { "aws:PrincipalIsAWSService": "false" } },
    },
    {
      sid: "OwnAccountOnly",
      reason: "a policy added elsewhere by mistake opens nothing",
      effect: "Deny",
      principals: "*",
      actions: ["ecr:*"],
      conditions: { StringNotEquals: { "aws:PrincipalAccount": deployment.accountId }, Bool: { "aws:PrincipalIsAWSService": "false" } },
    },
  ]);
}

/** What the job needs that builds, scans, signs and publishes images. */
export function publishStatements(deployment: Deployment): readonly Statement[] {
  const { imagePrefix, signingKeyAlias } = deliveryNames(deployment);
  return [
    { sid: "LogIn", reason: "a token for the registry", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    {
      sid: "Publish",
      reason: "images are pushed, their scan is read, and their signature is stored beside them",
      actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImageScanFindings", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"],
      resources: [arnOf(deployment, "ecr", `repository/${imagePrefix}*`)],
    },
    {
      sid: "Sign",
      reason: "the job vouches for what it built",
      actions: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
      resources: [arnOf(deployment, "kms", "key/*")],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": signingKeyAlias } },
    },
  ];
}

/** Lifecycle of a repository: what nobody named goes soon, and of the rest the newest stay. */
export function imageLifecycle(keptImages: number): string {
  const expire = { type: "expire" };
  return JSON.stringify({
    rules: [
      { rulePriority: 1, description: "Images without a tag", selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 }, action: expire },
      { rulePriority: 2, description: "All but the newest", selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keptImages }, action: expire },
    ],
  });
}
