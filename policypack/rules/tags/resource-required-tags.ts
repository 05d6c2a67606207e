import { defineRule } from "../../engine/rule.ts";
import { TAGGABLE_TYPES } from "../../engine/taggable-types.ts";

/** The tags whose values are fixed. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  Environment: ["Production", "Staging", "Development"],
  ManagedBy: ["Pulumi"],
  Compliance: ["HIPAA"],
};

export const resourceRequiredTags = defineRule({
  name: "resource-required-tags",
  description: "Every resource that can carry tags says what it belongs to, whose it is, and that HIPAA governs it (S4-75 to S4-79).",
  severity: "medium",
  citations: ["164.310(d)(2)(iii)"],
  controls: ["required-tags"],
  remediation: [
    'Set defaultTags on the aws provider: Environment (Production, Staging or Development), Application, Owner, ManagedBy "Pulumi" and Compliance "HIPAA".',
  ],
  url: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
  resources: TAGGABLE_TYPES,
  parameters: {
    tags: { description: "Names of the tags that every resource carries.", default: ["Environment", "Application", "Owner", "ManagedBy", "Compliance"] },
    applications: { description: "Values that the tag Application may have; any when empty.", default: [] },
  },
  check: ({ props }, settings) => {
    const tags = props.object("tagsAll") ?? props.object("tags");
    const applications = settings.strings("applications");
    const values: Readonly<Record<string, readonly string[]>> = applications.length === 0 ? VALUES : { ...VALUES, Application: applications };
    return settings.strings("tags").flatMap((name) => {
      const property = `tagsAll.${name}`;
      if (tags?.has(name) !== true) {
        return [{ property, found: "no such tag", required: "a value" }];
      }
      const allowed = values[name];
      const value = tags.string(name) ?? "";
      const fits = allowed === undefined ? value !== "" : allowed.includes(value);
      return fits ? [] : [{ property, found: value === "" ? "nothing" : value, required: allowed?.join(" or ") ?? "a value" }];
    });
  },
});
