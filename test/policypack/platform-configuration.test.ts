import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { judgeResource } from "../../policypack/engine/judge.ts";
import { Reader } from "../../policypack/engine/reader.ts";
import { schemaOf } from "../../policypack/engine/settings.ts";
import { rules } from "../../policypack/rules/index.ts";
import { resourceRequiredTags } from "../../policypack/rules/tags/resource-required-tags.ts";
import { requiredTags } from "../../stacks/required-tags.ts";
import { project } from "../architecture/source-files.ts";

const configuration: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(readFileSync(join(project, "policy-pack.json"), "utf8"));
const byName = new Map(rules.map((rule) => [rule.name, rule]));
/** The tags of the dev stack. */
const TAGS = requiredTags({ environment: "Development", owner: "platform-team" });

/* Proves that policy-pack.json says what the pack understands: the engine would pass over a name that it does not know. */
describe.each(Object.entries(configuration))("the platform's configuration of %s", (name, properties) => {
  const declared = schemaOf(byName.get(name)?.parameters ?? {}).properties;

  test("is of a rule that exists, and lowers nothing", () => {
    expect(byName.has(name)).toBe(true);
    expect(Object.keys(properties)).not.toContain("enforcementLevel");
  });

  test.each(Object.entries(properties))("gives %s as the rule takes it", (property, value) => {
    const schema = declared[property];
    expect(schema).toBeDefined();
    expect(Array.isArray(value) ? "array" : typeof value).toBe(schema?.type);
    expect(value).not.toEqual(schema?.default);
  });
});

describe("an application of another name (S4-76)", () => {
  test("is a violation under the platform's own configuration of the pack", () => {
    expect(judged("Payroll")).toMatchObject({ kind: "violated", findings: [{ property: "tagsAll.Application", found: "Payroll", required: "Healthcare System" }] });
  });

  test("is not what the program writes", () => {
    expect(judged(TAGS["Application"] ?? "")).toEqual({ kind: "compliant" });
  });
});

/** What the pack says of a resource with the platform's tags but for the application. */
function judged(Application: string): ReturnType<typeof judgeResource> {
  return judgeResource(resourceRequiredTags, {
    type: "aws:s3/bucket:Bucket", name: "subject", urn: "urn:pulumi:dev::hipaa-platform::aws:s3/bucket:Bucket::subject",
    props: new Reader({ tagsAll: { ...TAGS, Application } }), provider: undefined, protect: false, ignoreChanges: [],
  }, configuration["resource-required-tags"]);
}
