import { awsModels } from "./aws/models.ts";
import { kubernetesModel } from "./kubernetes/models.ts";
import type { ModelSource } from "./resource-model.ts";

/** Every type the sandbox can hold, of AWS and of Kubernetes. */
export const models: ModelSource = { get: (type) => awsModels.get(type) ?? kubernetesModel(type) };
