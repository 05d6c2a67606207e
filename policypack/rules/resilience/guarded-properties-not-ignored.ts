import { GUARDED_PROPERTIES } from "../../engine/guarded-properties.ts";
import { defineRule } from "../../engine/rule.ts";

export const guardedPropertiesNotIgnored = defineRule({
  name: "guarded-properties-not-ignored",
  description: "No resource ignores changes to a property that a rule guards, which would hide drift from every preview.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(8)", "164.312(c)(1)"],
  controls: [],
  remediation: ["Remove the property from the option ignoreChanges."],
  url: "https://www.pulumi.com/docs/iac/concepts/resources/options/ignorechanges/",
  resources: Object.keys(GUARDED_PROPERTIES),
  check: ({ type, ignoreChanges }) =>
    ignoreChanges.flatMap((path) => {
      const name = path.split(/[.[]/u)[0] ?? path;
      const hidden = name === "*" || GUARDED_PROPERTIES[type]?.includes(name) === true;
      return hidden ? [{ property: "(option) ignoreChanges", found: path, required: "no property that a rule guards" }] : [];
    }),
});
