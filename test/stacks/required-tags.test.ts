import { expect, test } from "vitest";
import { requiredTags } from "../../stacks/required-tags.ts";
import { parsed, stackFile } from "./stack-files.ts";

test.each([["dev", "Development"], ["prod", "Production"]])("the tags of %s are the five that every resource carries (S4-75 to S4-79)", (stack, environment) => {
  expect(requiredTags(parsed(stackFile(stack)))).toEqual({
    Environment: environment, Application: "Healthcare System", Owner: "platform-team", ManagedBy: "Pulumi", Compliance: "HIPAA",
  });
});
