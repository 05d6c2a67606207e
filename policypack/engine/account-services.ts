import type { JudgedStack, StackFinding } from "./rule.ts";
import type { Parameters, Settings } from "./settings.ts";

/**
 * Of rules on services that are switched on once per account. Most stacks rightly leave that to an
 * organization's administrator account or to another stack; only those named here must do it.
 */
export const OWNING_STACKS: Parameters = {
  owningStacks: {
    description: 'Stacks, as "project/stack", that must switch the service on themselves; the others may leave it to the organization or to another stack.',
    default: [],
  },
};

/**
 * Of rules on settings of the account that a stack with certain resources needs. One stack makes them for
 * all stacks of an account; without a name here, each stack has to show them itself.
 */
export const SETTING_STACKS: Parameters = {
  owningStacks: {
    description: 'Stacks, as "project/stack", that make the setting for the others of their account; every stack makes it when none is named.',
    default: [],
  },
};

/** Whether the pack's configuration says that another stack makes the setting. */
export function isLeftToAnotherStack(stack: JudgedStack, settings: Settings): boolean {
  return settings.strings("owningStacks").length > 0 && !owns(stack, settings);
}

/** Whether the pack's configuration names the stack among those that see to the account. */
export function owns({ resources: [first] }: JudgedStack, settings: Settings): boolean {
  return first !== undefined && settings.strings("owningStacks").includes(stackOf(first.urn));
}

/** A finding, on the stack's first resource, when the stack must switch the service on and does not. */
export function absence(stack: JudgedStack, settings: Settings, types: readonly string[], required: string): readonly StackFinding[] {
  const [first] = stack.resources;
  if (first === undefined || !owns(stack, settings) || stack.ofType(...types).length > 0) {
    return [];
  }
  return [{ urn: first.urn, property: "(stack)", found: `no ${types.join(" or ")}`, required }];
}

/** `project/stack` of a URN such as `urn:pulumi:prod::records::aws:s3/bucket:Bucket::phi`. */
function stackOf(urn: string): string {
  const [head = "", project = ""] = urn.split("::");
  return `${project}/${head.slice("urn:pulumi:".length)}`;
}
