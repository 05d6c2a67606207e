import { CloudError } from "../cloud-error.ts";
import type { ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { textOf } from "../wire.ts";

/** State Manager: what Systems Manager does to instances by a schedule. */
export const ssmModels: ResourceModels = {
  "aws:ssm/association:Association": {
    replaceOn: ["name"],
    id: uuid,
    arn: "arn:aws:ssm:{region}:{account}:association/{id}",
    outputs: ({ id }) => ({ associationId: id, documentVersion: "$DEFAULT" }),
    validate: ({ inputs, inventory, region }) => {
      const document = textOf(inputs["name"]);
      // Documents of AWS are there in every account.
      if (!document.startsWith("AWS") && inventory.find("aws:ssm/document:Document", region, document) === undefined) {
        throw new CloudError("InvalidDocument", `Document with name ${document} does not exist.`);
      }
    },
  },
};
