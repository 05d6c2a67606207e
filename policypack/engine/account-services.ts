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

/** A finding, on the stack's first resource, when the stack must switch the service on and does not. */
export function absence(stack: JudgedStack, settings: Settings, types: readonly string[], required: string): readonly StackFinding[] {
  const [first] = stack.resources;
  if (first === undefined || !settings.strings("owningStacks").includes(stackOf(first.urn)) || stack.ofType(...types).length > 0) {
    return [];
  }
  return [{ urn: first.urn, property: "(stack)", found: `no ${types.join(" or ")}`, required }];
}

/** `project/stack` of a URN such as `urn:pulumi:prod::records::aws:s3/bucket:Bucket::phi`. */
function stackOf(urn: string): string {
  const [head = "", project = ""] = urn.split("::");
  return `${project}/${head.slice("urn:pulumi:".length)}`;
}
