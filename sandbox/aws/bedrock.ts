import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { kmsKey } from "./references.ts";

/** Guardrails of Bedrock. */
export const bedrockModels: ResourceModels = {
  "aws:bedrock/guardrail:Guardrail": {
    naming: { input: "name", maxLength: 50 },
    replaceOn: [],
    id: "{hex:12},DRAFT",
    duplicateCode: "ConflictException",
    uniqueBy: ["name"],
    outputs: ({ id, createdAt, now, region }) => {
      const [guardrailId = ""] = id.split(",");
      return {
        guardrailId, guardrailArn: `arn:aws:bedrock:${region}:123456789012:guardrail/${guardrailId}`, status: "READY", version: "DRAFT",
        createdAt: createdAt.toISOString(), updatedAt: now.toISOString(), description: "",
      };
    },
    changedByUpdate: ["updatedAt"],
    references: { kmsKeyArn: inWordsOf(kmsKey, "ValidationException", "The provided KMS key {value} does not exist or is not enabled") },
  },
};
