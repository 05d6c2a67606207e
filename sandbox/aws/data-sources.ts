import { CloudError } from "../cloud-error.ts";
import type { Inventory } from "../inventory.ts";
import type { DataSource } from "../provider-service.ts";
import { accountData } from "./account-data.ts";
import type { Answers } from "./data-source.ts";
import { imageData } from "./image-data.ts";
import { policyDocumentData } from "./policy-document.ts";
import { serviceData } from "./service-data.ts";

/** Every data source that the sandbox answers, by token. */
export const awsAnswers: Answers = { ...accountData, ...imageData, ...policyDocumentData, ...serviceData };

/** Answers data sources for the sandbox's account; one it does not know is refused by name. */
export function awsDataSources(inventory: Inventory): DataSource {
  return async (token, args, settings) => {
    const answer = awsAnswers[token];
    if (answer === undefined) {
      throw new CloudError("UnknownDataSource", `the sandbox does not answer ${token}; it answers ${Object.keys(awsAnswers).map((known) => known.split(":").at(-1)).join(", ")}. Preview this program against a real account`);
    }
    const region = typeof args["region"] === "string" ? args["region"] : settings.region;
    return { ...args, ...answer(args, { region, settings, inventory }) };
  };
}
