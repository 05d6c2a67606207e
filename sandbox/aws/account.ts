import { CloudError } from "../cloud-error.ts";
import { ACCOUNT, type ResourceModels } from "../resource-model.ts";
import { textOf } from "../wire.ts";

/** What belongs to the account as a whole: its contacts and budgets. */
export const accountModels: ResourceModels = {
  "aws:account/alternativeContact:AlternativeContact": {
    global: true,
    naming: false,
    replaceOn: ["accountId", "alternateContactType"],
    // There is one contact of a kind; a second one would take the first one's place.
    id: "{alternateContactType}",
    duplicateCode: "ConflictException",
    validate: ({ inputs }) => {
      const kind = textOf(inputs["alternateContactType"]);
      if (!["BILLING", "OPERATIONS", "SECURITY"].includes(kind)) {
        throw new CloudError("ValidationException", `alternateContactType ${kind} is none of BILLING, OPERATIONS, SECURITY`);
      }
    },
  },
  "aws:budgets/budget:Budget": {
    global: true,
    naming: { input: "name", maxLength: 100 },
    replaceOn: ["accountId", "name", "namePrefix"],
    id: `${ACCOUNT}:{name}`,
    arn: `arn:aws:budgets::${ACCOUNT}:budget/{name}`,
    duplicateCode: "DuplicateRecordException",
    outputs: ({ now }) => ({
      accountId: ACCOUNT, timePeriodStart: `${now.toISOString().slice(0, 7)}-01_00:00`, timePeriodEnd: "2087-06-15_00:00", limitUnit: "USD", limitAmount: "0",
    }),
    validate: ({ inputs }) => {
      const limit = Number(inputs["limitAmount"] ?? 1);
      if (!(limit > 0)) {
        throw new CloudError("InvalidParameterException", `The limit ${textOf(inputs["limitAmount"])} of a budget must be greater than 0`);
      }
    },
  },
};
