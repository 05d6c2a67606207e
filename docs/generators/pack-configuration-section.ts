import { CITATIONS } from "../../policypack/engine/citations.ts";
import { EXCEPTIONS_SCHEMA } from "../../policypack/engine/exceptions.ts";
import { EXCEPTIONS_CURRENT, type PackRule } from "../../policypack/engine/pack-rules.ts";

const EXAMPLE = {
  "lambda-in-vpc": "mandatory",
  "secret-rotation": { maximumDays: 30 },
  [EXCEPTIONS_CURRENT.name]: {
    exceptions: [{
      rule: "rds-instance-multi-az", resource: "reports-*", reason: "Made anew from the main database every night", ticket: "SEC-142", expires: "2027-03-31",
    }],
  },
};

/** The end of docs/policies.md: how the pack is configured, and the rules that hold its configuration to account. */
export function packConfigurationSection(rules: readonly PackRule[]): string {
  return [
    "## Configuration of the pack",
    "",
    "A JSON file, given by `--policy-pack-config` beside `--policy-pack`: levels and settings by the rule's name, and a list of exceptions.",
    "",
    "```json",
    JSON.stringify(EXAMPLE, undefined, 2),
    "```",
    "",
    "Fields of an exception:",
    "",
    ...fields().map(({ name, description, always }) => `- \`${name}\`${always ? "" : ", needed for a mandatory rule on a guarded stack"}: ${description}`),
    "",
    "What is excepted is shown as an advisory note at each resource. Where a rule about the stack as a whole cannot decide, no exception helps, as the",
    "other resources were not looked at.",
    "",
    "A stack is guarded when one of its own tags says `environment: production` or `data-classification: phi` (or is named `prod` or `phi`), or when a",
    "resource is tagged `Environment: Production`, or `DataClassification: phi` outside development.",
    "",
    "The rules below hold whatever the configuration says. They cannot help where the pack is not run at all: that is for the delivery pipeline to see to.",
    "",
    ...rules.flatMap(section),
  ].join("\n");
}

interface Field {
  readonly name: string;
  readonly description: string;
  readonly always: boolean;
}

function fields(): readonly Field[] {
  const item = EXCEPTIONS_SCHEMA.properties["exceptions"]?.items;
  if (typeof item !== "object" || Array.isArray(item)) {
    throw new TypeError("the schema of exceptions describes no item");
  }
  return Object.entries(item.properties ?? {}).map(([name, schema]) => ({
    name,
    description: typeof schema === "object" ? schema.description ?? "" : "",
    always: item.required?.includes(name) === true,
  }));
}

function section(rule: PackRule): readonly string[] {
  return [
    `### ${rule.name}`,
    "",
    rule.description,
    "",
    `- Level: ${rule.level ?? "mandatory"}; severity: ${rule.severity}; judges the pack's configuration, when all else is judged.`,
    `- Upholds: ${rule.citations.map((citation) => `45 CFR ${citation} (${CITATIONS[citation]})`).join("; ")}.`,
    `- To pass: ${rule.remediation.join(" ")}`,
    `- More: <${rule.url}>`,
    "",
  ];
}
