import { KEY_SETTINGS } from "../../engine/encryption-keys.ts";
import { GUARDED_PROPERTIES } from "../../engine/guarded-properties.ts";
import { defineRule } from "../../engine/rule.ts";

/** What rules judge of a type: the table of guarded properties, and where the type names its key. */
function guardedOf(type: string): readonly string[] {
  const keys = KEY_SETTINGS[type]?.key.map((path) => path.split(/[?.]/u)[0] ?? path) ?? [];
  return [...(GUARDED_PROPERTIES[type] ?? []), ...keys];
}

export const guardedPropertiesNotIgnored = defineRule({
  name: "guarded-properties-not-ignored",
  description: "No resource ignores changes to a property that a rule guards, which would hide drift from every preview.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(8)", "164.312(c)(1)"],
  controls: [],
  remediation: ["Remove the property from the option ignoreChanges."],
  url: "https://www.pulumi.com/docs/iac/concepts/resources/options/ignorechanges/",
  resources: [...new Set([...Object.keys(GUARDED_PROPERTIES), ...Object.keys(KEY_SETTINGS)])],
  check: ({ type, ignoreChanges }) =>
    ignoreChanges.flatMap((path) => {
      const name = path.split(/[.[]/u)[0] ?? path;
      const hidden = name === "*" || guardedOf(type).includes(name);
      return hidden ? [{ property: "(option) ignoreChanges", found: path, required: "no property that a rule guards" }] : [];
    }),
});
