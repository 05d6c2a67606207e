import { CloudError } from "../cloud-error.ts";
import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { kmsKey } from "./references.ts";

export const ebsModels: ResourceModels = {
  "aws:ebs/volume:Volume": {
    replaceOn: ["availabilityZone", "encrypted", "kmsKeyId", "multiAttachEnabled", "outpostArn", "snapshotId", "volumeInitializationRate"],
    defaults: { finalSnapshot: false },
    id: "vol-{hex:17}",
    arn: "arn:aws:ec2:{region}:{account}:volume/{id}",
    outputs: ({ createdAt }) => ({ createTime: createdAt.toISOString(), encrypted: false, iops: 100, type: "gp2" }),
    references: { kmsKeyId: inWordsOf(kmsKey, "InvalidParameterValue", "The KMS key {value} does not exist") },
    validate: ({ inputs, region }) => {
      const zone = inputs["availabilityZone"];
      if (typeof zone === "string" && !zone.startsWith(region)) {
        throw new CloudError("InvalidZone.NotFound", `The zone '${zone}' does not exist.`);
      }
      if (inputs["size"] === undefined && inputs["snapshotId"] === undefined) {
        throw new CloudError("MissingParameter", "The request must contain the parameter size/snapshot");
      }
    },
  },
};
