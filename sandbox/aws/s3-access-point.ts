import { loosely } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { bucketAnywhere } from "./references.ts";
import { textOf } from "../wire.ts";

/** Doors to a bucket with names and policies of their own. */
export const s3AccessPointModels: ResourceModels = {
  "aws:s3/accessPoint:AccessPoint": {
    naming: { input: "name", maxLength: 50, lowercase: true },
    replaceOn: ["accountId", "bucket", "bucketAccountId", "name", "publicAccessBlockConfiguration", "vpcConfiguration"],
    id: "{account}:{name}",
    duplicateCode: "AccessPointAlreadyOwnedByYou",
    outputs: ({ inputs, hex, region }) => {
      const name = textOf(inputs["name"]);
      return {
        // Unlike a bucket's, it names the region and the account.
        arn: `arn:aws:s3:${region}:123456789012:accesspoint/${name}`,
        accountId: "123456789012", bucketAccountId: "123456789012", alias: `${name}-${hex(34, "alias")}-s3alias`, domainName: `${name}-123456789012.s3-accesspoint.${region}.amazonaws.com`,
        endpoints: {}, hasPublicAccessPolicy: false, networkOrigin: inputs["vpcConfiguration"] === undefined ? "Internet" : "VPC", policy: "",
      };
    },
    references: { bucket: loosely(bucketAnywhere) },
    documents: { policy: "MalformedPolicy" },
  },
};
