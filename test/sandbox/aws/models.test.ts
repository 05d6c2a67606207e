import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namingOf } from "../../../sandbox/autonaming.ts";
import { awsModels } from "../../../sandbox/aws/models.ts";
import type { ResourceModel } from "../../../sandbox/resource-model.ts";
import { resourceSchema, type ResourceSchema } from "../../../sandbox/sdk-schema.ts";
import { templateInputs } from "../../../sandbox/templates.ts";

const SDK = join(import.meta.dirname, "../../../node_modules/@pulumi/aws");

function schemaOf(type: string): ResourceSchema {
  const schema = resourceSchema(type);
  if (schema === undefined) {
    throw new Error(`the installed SDK has no type ${type}`);
  }
  return schema;
}

/** What a table names wrongly: a property that the SDK does not have where the model uses it. */
function misnamed(type: string, model: ResourceModel): readonly string[] {
  const schema = schemaOf(type);
  const { inputs, outputOnly } = schema;
  const known = new Set([...inputs, ...outputOnly.keys()]);
  const templates = [model.arn, typeof model.id === "string" ? model.id : undefined].flatMap((text) => (text === undefined ? [] : templateInputs(text)));
  const asInputs = [
    ...model.replaceOn, ...Object.keys(model.references ?? {}), ...Object.keys(model.documents ?? {}), ...Object.keys(model.defaults ?? {}), ...(model.uniqueBy ?? []),
    ...(namingOf(model, schema) === undefined ? [] : [namingOf(model, schema)?.input ?? ""]), ...templates, ...Object.keys(model.computedInside ?? {}),
  ].map((path) => path.split(".")[0] ?? "").filter((name) => !inputs.has(name));
  return [...asInputs, ...(model.changedByUpdate ?? []).filter((name) => !known.has(name)), ...(model.arn !== undefined && !known.has("arn") ? ["arn"] : [])];
}

describe("the models of AWS types", () => {
  it.each([...awsModels])("%s names only properties that the installed SDK declares", (type, model) => {
    expect(misnamed(type, model)).toEqual([]);
  });

  it.each([...awsModels])("%s is the very token the SDK registers", (type) => {
    const path = type.split(":")[1] ?? "";
    const file = join(SDK, `${path}.js`);
    expect(existsSync(file) && readFileSync(file, "utf8").includes(`__pulumiType = '${type}'`)).toBe(true);
  });

  it.each([...awsModels])("%s lies in a region exactly when the SDK lets it", (type, model) => {
    // The exception: AWS keeps these per region, and the SDK has no `region` for them, or the other way round.
    expect(schemaOf(type).inputs.has("region")).toBe(model.global !== true);
  });

  it.each([...awsModels])("%s with an arn output says what it looks like", (type, model) => {
    const says = model.arn !== undefined || model.outputs?.toString().includes("arn") === true;
    expect(!schemaOf(type).outputOnly.has("arn") || says).toBe(true);
  });
});
