import type { ResourceModel } from "../resource-model.ts";

const bucket: ResourceModel = {
  naming: { input: "bucket", maxLength: 63, lowercase: true },
  replaceOn: ["bucket", "bucketPrefix", "objectLockEnabled"],
  duplicateCode: "BucketAlreadyOwnedByYou",
  id: ({ inputs }) => String(inputs["bucket"]),
  outputs: ({ id, region }) => ({
    arn: `arn:aws:s3:::${id}`,
    bucketDomainName: `${id}.s3.amazonaws.com`,
    bucketRegionalDomainName: `${id}.s3.${region}.amazonaws.com`,
    bucketRegion: region,
  }),
};

export const s3Models: Readonly<Record<string, ResourceModel>> = {
  "aws:s3/bucket:Bucket": bucket,
};
