import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { type ComponentSpec, type PackageSpec, remoteProblems } from "../../components/remote-arguments.ts";

const component: ComponentSpec = {
  inputProperties: {
    place: { $ref: "#/types/hipaa:index:Place", plain: true },
    zones: { type: "array", items: { type: "string", plain: true }, plain: true },
    days: { type: "number", plain: true },
    keyArn: { type: "string" },
    subnetIds: { type: "array", items: { type: "string" } },
    mode: { $ref: "#/types/hipaa:index:Mode", plain: true },
    tags: { type: "object", additionalProperties: { type: "string", plain: true }, plain: true },
    content: { $ref: "pulumi.json#/Any" },
    roles: { type: "array", items: { $ref: "#/types/hipaa:index:Role", plain: true }, plain: true },
  },
  requiredInputs: ["place", "keyArn"],
  properties: {},
};
const schema: PackageSpec = {
  name: "hipaa",
  version: "1.0.0",
  resources: { "hipaa:index:Thing": component },
  types: {
    "hipaa:index:Place": { properties: { region: { type: "string", plain: true }, account: { type: "string", plain: true } }, required: ["account", "region"] },
    "hipaa:index:Mode": { enum: [{ value: "GOVERNANCE" }, { value: "COMPLIANCE" }] },
    "hipaa:index:Role": { properties: { name: { type: "string", plain: true }, policyArn: { type: "string" } }, required: ["name", "policyArn"] },
  },
};
const place = { region: "us-east-1", account: "111122223333" };
const given = { place, keyArn: "arn" };

function problems(inputs: object): readonly string[] {
  return remoteProblems(schema, component, inputs).map(({ argument, value, allowed, change }) => `${argument} = ${String(value)}: ${allowed}. ${change}`);
}

describe("arguments that come without a compiler", () => {
  test("are taken when they fit, with outputs where the component only passes them on", () => {
    expect(problems(given)).toEqual([]);
    expect(problems({
      place, keyArn: pulumi.output("arn"), subnetIds: [pulumi.output("a"), "b"], zones: ["a"], days: 3, mode: "COMPLIANCE", tags: { a: "b" }, content: ["anything"],
      roles: [{ name: "reader", policyArn: pulumi.output("arn") }],
    })).toEqual([]);
    expect(problems({ ...given, days: undefined, mode: null })).toEqual([]);
  });

  test("are named when they are missing, at any depth", () => {
    expect(problems({})).toEqual([
      "place = undefined: it is required. Give an object with account, region",
      "keyArn = undefined: it is required. Give a string",
    ]);
    expect(problems({ ...given, place: { region: "us-east-1" }, roles: [{ name: "reader" }] })).toEqual([
      "place.account = undefined: it is required. Give a string",
      "roles[0].policyArn = undefined: it is required. Give a string",
    ]);
  });

  test("are named when there is no such argument, so that a slip of the pen does not pass for a default", () => {
    expect(problems({ ...given, zone: "a" })).toEqual([
      "zone = a: there is no such argument; there are place, zones, days, keyArn, subnetIds, mode, tags, content, roles. Correct its name, or leave it out",
    ]);
    expect(problems({ ...given, place: { ...place, zone: { secret: "x" } } })).toEqual(["place.zone = …: there is no such argument; there are region, account. Correct its name, or leave it out"]);
  });

  test.each([
    ["zones", "a", "a list, each a string"],
    ["days", "3", "a number"],
    ["keyArn", 3, "a string"],
    ["mode", "NONE", "one of GOVERNANCE, COMPLIANCE"],
    ["place", "us-east-1", "an object with account, region"],
    ["tags", true, "an object"],
  ])("are named when %s is of another type", (name, value, allowed) => {
    expect(problems({ ...given, [name]: value })).toEqual([`${name} = ${String(value)}: ${allowed}. Give such a value`]);
  });

  test("are named by their place in lists and maps", () => {
    expect(problems({ ...given, zones: ["a", 2], tags: { team: 3 } })).toEqual([
      "zones[1] = 2: a string. Give such a value",
      "tags.team = 3: a string. Give such a value",
    ]);
  });

  test.each<[string, unknown, string]>([
    ["zones", pulumi.output(["a"]), "zones"],
    ["zones", ["a", pulumi.output("b")], "zones[1]"],
    ["place", { ...place, region: pulumi.output("us-east-1") }, "place.region"],
    ["days", pulumi.unknown, "days"],
  ])("may not be outputs where they decide what is built: %s", (name, value, argument) => {
    const [problem, ...others] = remoteProblems(schema, component, { ...given, [name]: value });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ argument, value: "an output", change: "Give the value itself, from configuration" });
    expect(problem?.allowed).toMatch(/ that is known before anything exists, and no secret$/u);
  });
});
