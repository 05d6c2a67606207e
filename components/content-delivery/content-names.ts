import { bucketArn, bucketName, type Deployment } from "../lib/deployment.ts";

/** Where CloudFront keeps certificates, web ACLs and logs, whatever the stack's region. */
export const CLOUDFRONT_REGION = "us-east-1";

/** Physical names of everything the component consists of. */
export interface ContentNames {
  readonly bucket: string;
  readonly accessLogBucket: string;
  readonly keyAlias: string;
  readonly webAcl: string;
  readonly accessControl: string;
  readonly headersPolicy: string;
  /** Log group in us-east-1; AWS lets its log delivery write to names that begin like this. */
  readonly logGroup: string;
  readonly logDelivery: string;
}

export function contentNames(deployment: Deployment): ContentNames {
  const { prefix } = deployment;
  return {
    bucket: bucketName(deployment, "content"),
    accessLogBucket: bucketName(deployment, "content-access"),
    keyAlias: `alias/${prefix}/content`,
    webAcl: `${prefix}-content`,
    accessControl: `${prefix}-content`,
    headersPolicy: `${prefix}-content`,
    logGroup: `/aws/vendedlogs/${prefix}-content`,
    logDelivery: `${prefix}-content`,
  };
}

/** ARN pattern of the account's distributions: a distribution's id is not known before it exists. */
export function distributions({ accountId, partition }: Deployment): string {
  return `arn:${partition ?? "aws"}:cloudfront::${accountId}:distribution/*`;
}

/** ARN of the content's bucket, or of what is in it. */
export function contentArn(deployment: Deployment, path = ""): string {
  return bucketArn(deployment, `${contentNames(deployment).bucket}${path}`);
}
