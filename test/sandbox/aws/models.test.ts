import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { namingOf } from "../../../sandbox/autonaming.ts";
import { awsModels } from "../../../sandbox/aws/models.ts";
import { Inventory } from "../../../sandbox/inventory.ts";
import { ACCOUNT, type ResourceContext, type ResourceModel } from "../../../sandbox/resource-model.ts";
import { resourceSchema, type ResourceSchema } from "../../../sandbox/sdk-schema.ts";
import { fillTemplate, templateInputs } from "../../../sandbox/templates.ts";
import type { Properties } from "../../../sandbox/wire.ts";

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
    ...(namingOf(model, schema) === undefined ? [] : [namingOf(model, schema)?.input ?? ""]), ...templates, ...Object.keys(model.computedInside ?? {}), ...Object.keys(model.defaultsInside ?? {}), ...(model.replaceWhenRemoved ?? []),
  ].map((path) => path.split(".")[0] ?? "").filter((name) => !inputs.has(name));
  return [...asInputs, ...(model.changedByUpdate ?? []).filter((name) => !known.has(name)), ...(model.arn !== undefined && !known.has("arn") ? ["arn"] : [])];
}

/** Services whose ARNs carry no region, and no account, as the Service Authorization Reference lists them. */
const NO_REGION: ReadonlySet<string> = new Set(["budgets", "cloudfront", "iam", "organizations", "s3", "route53"]);
/** The one kind of its service that lies in no region. */
const GLOBAL_DATABASE = /^arn:aws:rds::[^:]*:global-cluster:/u;
const NO_ACCOUNT: ReadonlySet<string> = new Set(["apigateway", "s3", "route53"]);

/** Inputs that name something in the right form, so that ids which are made of other ids can be made. */
const PLAUSIBLE: Properties = {
  path: "/",
  url: "https://issuer.example.com",
  primaryKeyArn: "arn:aws:kms:us-west-2:123456789012:key/mrk-0123",
  globalTableArn: "arn:aws:dynamodb:us-west-2:123456789012:table/records",
  secretId: "arn:aws:secretsmanager:us-east-1:123456789012:secret:s-abcdef",
  arn: "arn:aws:sns:us-east-1:123456789012:topic",
  topic: "arn:aws:sns:us-east-1:123456789012:topic",
  loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/edge/0123456789abcdef",
  listenerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/edge/0123456789abcdef/0123456789abcdef",
  oidc: { identityProviderConfigName: "issuer" },
};

function contextOf(type: string, model: ResourceModel): ResourceContext {
  const { inputs } = schemaOf(type);
  const given = [...inputs].map((name) => [name, PLAUSIBLE[name] ?? `some-${name}`] as const);
  return { type, region: model.global === true ? "" : "us-east-1", inputs: Object.fromEntries(given), inventory: new Inventory("none", ACCOUNT), now: new Date(), hex: (length) => "a".repeat(length) };
}

function idFor(type: string, model: ResourceModel): string {
  const context = contextOf(type, model);
  return typeof model.id === "string" ? fillTemplate(model.id, context) : model.id(context);
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

  it.each([...awsModels])("%s makes a well-formed id of plausible inputs", (type, model) => {
    const id = idFor(type, model);
    expect(id).not.toMatch(/undefined|\[object|NaN|^$|^[:/|,]/u);
    expect(id.length).toBeLessThanOrEqual(2048);
  });

  it.each([...awsModels].filter(([, { arn }]) => arn !== undefined))("%s makes a well-formed ARN, in its region or in none", (type, model) => {
    const context = contextOf(type, model);
    const arn = fillTemplate(model.arn ?? "", context, idFor(type, model));
    expect(arn).toMatch(/^arn:aws:[a-z0-9-]+:(?:us-east-1)?:(?:123456789012)?:\S+$/u);
    const [, , service, region, account] = arn.split(":");
    expect({ region, account }).toEqual({ region: NO_REGION.has(service ?? "") || GLOBAL_DATABASE.test(arn) ? "" : "us-east-1", account: NO_ACCOUNT.has(service ?? "") ? "" : "123456789012" });
  });

  it.each([...awsModels])("%s with an arn output says what it looks like", (type, model) => {
    const says = model.arn !== undefined || model.outputs?.toString().includes("arn") === true;
    expect(!schemaOf(type).outputOnly.has("arn") || says).toBe(true);
  });
});
