import type { ResourceModel } from "../resource-model.ts";
import { s3Models } from "./s3.ts";

/** Every AWS resource type the sandbox can hold. */
export const awsModels: ReadonlyMap<string, ResourceModel> = new Map(Object.entries({
  ...s3Models,
}));
