import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apiPolicy } from "../../../components/api-edge/api-policy.ts";
import { type ApiRoute, pathNodes, pathParameters, pathPattern, RECORDS_ROUTES, routeKey } from "../../../components/api-edge/api-routes.ts";
import { RECORDS_MODELS } from "../../../components/api-edge/api-models.ts";
import { statement } from "../../support/policy-statements.ts";
import { deployment } from "./edge-arguments.ts";

const part = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/u), fc.stringMatching(/^[a-z]{1,6}$/u).map((name) => `{${name}}`));
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join("/")}`);
const route = fc.record({ method: fc.constantFrom("GET", "POST", "DELETE"), path, scope: fc.constant("records.read") }) satisfies fc.Arbitrary<ApiRoute>;

describe("paths of the API", () => {
  test("become parts with their parents, once each", () => {
    expect(pathNodes(RECORDS_ROUTES)).toEqual([
      { path: "/patients", parent: undefined, part: "patients", key: "patients" },
      { path: "/patients/{patientId}", parent: "/patients", part: "{patientId}", key: "patients-patientId" },
    ]);
  });

  test("have every part after its parent, and each part is the last of its path", () => {
    fc.assert(fc.property(fc.array(route, { maxLength: 6 }), (routes) => {
      const seen = new Set<string | undefined>([undefined]);
      for (const node of pathNodes(routes)) {
        expect(seen.has(node.parent)).toBe(true);
        expect(seen.has(node.path)).toBe(false);
        expect(`${node.parent ?? ""}/${node.part}`).toBe(node.path);
        seen.add(node.path);
      }
      expect(routes.filter((one) => !seen.has(one.path))).toEqual([]);
    }));
  });

  test("name their parameters, and let any value stand for them in a policy", () => {
    expect(pathParameters("/patients/{patientId}/documents/{documentId}")).toEqual(["patientId", "documentId"]);
    expect(pathPattern("/patients/{patientId}/documents")).toBe("/patients/*/documents");
    fc.assert(fc.property(path, (text) => !/[{}]/u.test(pathPattern(text))));
  });

  test("allow in the policy exactly the routes there are", () => {
    fc.assert(fc.property(fc.array(route, { minLength: 1, maxLength: 6 }), (routes) => {
      const allowed = statement(apiPolicy(deployment, routes, []), "InvokeRoutes").Resource ?? [];
      expect(allowed).toHaveLength(routes.length);
      expect(allowed.every((arn) => /^arn:aws:execute-api:us-east-1:111122223333:\*\/v1\/(?:GET|POST|DELETE)\/[a-z0-9*/]+$/u.test(arn))).toBe(true);
    }));
  });

  test("give every route of the records API a name of its own, and none lists patients", () => {
    expect(new Set(RECORDS_ROUTES.map(routeKey)).size).toBe(RECORDS_ROUTES.length);
    expect(RECORDS_ROUTES.filter((one) => one.method === "GET" && !one.path.includes("{"))).toEqual([]);
  });
});

describe("bodies of the records API", () => {
  test.each(RECORDS_MODELS.map(({ name, schema }) => [name, schema] as const))("%s takes known fields of bounded length only", (_name, schema) => {
    const model: { readonly additionalProperties: unknown; readonly properties: Readonly<Record<string, { readonly maxLength?: number; readonly pattern?: string; readonly enum?: unknown }>> } = JSON.parse(schema);
    expect(model.additionalProperties).toBe(false);
    const bounded = Object.values(model.properties).map(({ maxLength, pattern, enum: values }) => maxLength ?? (pattern !== undefined || values !== undefined ? 64 : Infinity));
    // Every character may be escaped as six, and WAF looks through 64 KiB.
    expect(bounded.reduce((sum, length) => sum + 6 * length, 0)).toBeLessThan(64 * 1024);
  });

  test("a new record says whose it is and of which kind; a change says something", () => {
    const [record, change] = RECORDS_MODELS.map(({ schema }): Readonly<Record<string, unknown>> => JSON.parse(schema));
    expect(record?.["required"]).toEqual(["name", "birthDate", "recordType"]);
    expect(change?.["minProperties"]).toBe(1);
  });
});
