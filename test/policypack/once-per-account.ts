import type { StackFixture } from "./stack-fixture.ts";
import type { ConfiguredStack } from "./stack-rule-tester.ts";

/** A stack without a setting of its account: at fault when the configuration says that it makes the setting, not when another stack does. */
export function oncePerAccount(stack: StackFixture, blamed: string, property: string, found: string): readonly ConfiguredStack[] {
  return [
    { why: "the stack that must make it does not", stack, configuration: { owningStacks: ["test/prod", "test/test"] }, finding: { blamed, property, found } },
    { why: "another stack makes it", stack, configuration: { owningStacks: ["test/prod"] } },
    { why: "nobody is named, so each stack must", stack, configuration: { owningStacks: [] }, finding: { blamed, property, found } },
  ];
}
