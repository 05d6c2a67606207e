import { UndecidedError } from "./reader.ts";
import type { JudgedResource, JudgedStack } from "./rule.ts";
import { tagOf } from "./tags.ts";

/**
 * Whether the stack is tagged as production or as holding PHI, by its own tags or by those of a
 * resource: there, no mandatory rule may be lowered, nor suspended without a dated reason.
 */
export function isGuardedStack(stackTags: ReadonlyMap<string, string>, stack: JudgedStack): boolean {
  return areGuardingTags(stackTags) || stack.resources.some(({ props }) => isTagged({ props }));
}

/** As isGuardedStack, for one resource before the others are known. */
export function isGuardedResource(stackTags: ReadonlyMap<string, string>, resource: Pick<JudgedResource, "props">): boolean {
  return areGuardingTags(stackTags) || isTagged(resource);
}

/** `environment: production`, `data-classification: phi`, or a tag named `prod` or `phi`, in any spelling. */
function areGuardingTags(tags: ReadonlyMap<string, string>): boolean {
  return [...tags].some(([name, value]) => {
    const key = name.toLowerCase().replaceAll(/[^a-z]/gu, "");
    const text = value.toLowerCase();
    switch (key) {
      case "environment":
        return text === "prod" || text === "production";
      case "dataclassification":
        return text === "phi";
      case "prod":
      case "production":
      case "phi":
        return text !== "false";
      default:
        return false;
    }
  });
}

/** A store of PHI in a stack for development holds made-up patients. */
function isTagged({ props }: Pick<JudgedResource, "props">): boolean {
  const environment = knownTag({ props }, "Environment")?.toLowerCase();
  return environment === "production" || environment === "prod" || (environment !== "development" && knownTag({ props }, "DataClassification") === "phi");
}

/** A tag that is not known yet tells nothing; the stack's other resources do. */
function knownTag({ props }: Pick<JudgedResource, "props">, key: string): string | undefined {
  try {
    return tagOf(props, key);
  } catch (error) {
    if (error instanceof UndecidedError) {
      return undefined;
    }
    throw error;
  }
}
