import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eventSelectors } from "../../../components/audit-trail/event-selectors.ts";
import { deployment } from "./trail-arguments.ts";

/** What a selector selects, without its name. */
function fields(stores: { readonly buckets: readonly string[]; readonly tables: readonly string[] }): readonly unknown[] {
  return eventSelectors(deployment, stores).map(({ fieldSelectors }) => fieldSelectors);
}

/** Data events of one type of resource. */
function ofType(type: string, filter: object): readonly object[] {
  return [{ field: "eventCategory", equals: ["Data"] }, { field: "resources.type", equals: [type] }, filter];
}

describe("event selectors", () => {
  test("record all management events, read and write, of every service (S4-27, S3-34, S3-37)", () => {
    expect(fields({ buckets: [], tables: [] })[0]).toEqual([{ field: "eventCategory", equals: ["Management"] }]);
  });

  test("record objects, items and streams of PHI stores by name, and their replicas in the other region (S4-28, S3-35)", () => {
    const selected = fields({ buckets: ["phi"], tables: ["records"] });
    const tables = ["us-east-1", "us-west-2"].map((region) => `arn:aws:dynamodb:${region}:111122223333:table/records`);
    expect(selected).toContainEqual(ofType("AWS::S3::Object", { field: "resources.ARN", startsWiths: ["arn:aws:s3:::phi/"] }));
    expect(selected).toContainEqual(ofType("AWS::DynamoDB::Table", { field: "resources.ARN", equals: tables }));
    expect(selected).toContainEqual(ofType("AWS::DynamoDB::Stream", { field: "resources.ARN", startsWiths: tables.map((table) => `${table}/stream/`) }));
    expect(selected).toContainEqual(ofType("AWS::Lambda::Function", {
      field: "resources.ARN", startsWiths: ["arn:aws:lambda:us-east-1:111122223333:function:hipaa-test-", "arn:aws:lambda:us-west-2:111122223333:function:hipaa-test-"],
    }));
  });

  test("record Bedrock by the names that CloudTrail takes, and who reads a snapshot block by block (S3-36)", () => {
    const types = [...JSON.stringify(fields({ buckets: [], tables: [] })).matchAll(/"(AWS::(?:Bedrock|EC2)::\w+)"/gu)].map(([, type]) => type);
    expect(types).toEqual([
      "AWS::EC2::Snapshot", "AWS::Bedrock::AgentAlias", "AWS::Bedrock::AsyncInvoke", "AWS::Bedrock::FlowAlias", "AWS::Bedrock::FlowExecution", "AWS::Bedrock::Guardrail",
      "AWS::Bedrock::InlineAgent", "AWS::Bedrock::KnowledgeBase", "AWS::Bedrock::Model", "AWS::Bedrock::PromptVersion", "AWS::Bedrock::Session",
    ]);
  });

  test("leave the values that problems count as used here", () => {
    const values = fields({ buckets: ["phi"], tables: ["records"] }).flatMap((selectors) => [...JSON.stringify(selectors).matchAll(/\[("[^\]]*)\]/gu)].flatMap(([, list]) => list?.split(",") ?? []));
    expect(values.length - 1 - 4).toBeLessThanOrEqual(50);
  });

  test("never select all buckets or all tables, whatever the stores", () => {
    const names = fc.array(fc.stringMatching(/^[a-z0-9]{3,20}$/u), { maxLength: 5 });
    fc.assert(fc.property(names, names, (buckets, tables) => {
      for (const { fieldSelectors } of eventSelectors(deployment, { buckets, tables })) {
        const text = JSON.stringify(fieldSelectors);
        if (/AWS::(?:S3|DynamoDB)::/u.test(text)) {
          expect(text).toMatch(/resources\.ARN/u);
          expect(text).not.toMatch(/\[\]/u);
        }
      }
    }));
  });
});
