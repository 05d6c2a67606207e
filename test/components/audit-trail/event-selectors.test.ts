import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AUDIT_ALARMS } from "../../../components/audit-trail/audit-alarms.ts";
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

function patternOf(wanted: string): string | undefined {
  return AUDIT_ALARMS.find(({ id }) => id === wanted)?.pattern;
}

describe("event selectors", () => {
  test("record all management events, read and write, of every service (S4-27, S3-34, S3-37)", () => {
    expect(fields({ buckets: [], tables: [] })[0]).toEqual([{ field: "eventCategory", equals: ["Management"] }]);
  });

  test("record objects, items and streams of PHI stores by name (S4-28, S3-35)", () => {
    const selected = fields({ buckets: ["phi"], tables: ["records"] });
    const table = "arn:aws:dynamodb:us-east-1:111122223333:table/records";
    expect(selected).toContainEqual(ofType("AWS::S3::Object", { field: "resources.ARN", startsWiths: ["arn:aws:s3:::phi/"] }));
    expect(selected).toContainEqual(ofType("AWS::DynamoDB::Table", { field: "resources.ARN", equals: [table] }));
    expect(selected).toContainEqual(ofType("AWS::DynamoDB::Stream", { field: "resources.ARN", startsWiths: [`${table}/stream/`] }));
    expect(selected).toContainEqual(ofType("AWS::Lambda::Function", { field: "resources.ARN", startsWiths: ["arn:aws:lambda:us-east-1:111122223333:function:hipaa-test-"] }));
  });

  test("record Bedrock's guardrails, agents, flows, prompts and knowledge bases (S3-36)", () => {
    const text = JSON.stringify(fields({ buckets: [], tables: [] }));
    for (const resource of ["Guardrail", "AgentAlias", "FlowAlias", "Prompt", "KnowledgeBase"]) {
      expect(text).toContain(`"AWS::Bedrock::${resource}"`);
    }
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

describe("audit alarms", () => {
  test.each(AUDIT_ALARMS.map((alarm) => [alarm.id, alarm] as const))("%s: CloudWatch takes the pattern, and the meaning is a sentence's start", (id, { pattern, meaning, atLeast }) => {
    expect(pattern.length).toBeLessThanOrEqual(1024);
    expect(pattern).toMatch(/^\{.*\}$/u);
    expect(pattern.split("(").length).toBe(pattern.split(")").length);
    expect(meaning).toMatch(/^[A-Z]/u);
    expect(atLeast).toBe(id === "failed-logins" ? 6 : 1);
  });

  test("have the documents' six alerts (S4-45 to S4-50)", () => {
    expect(AUDIT_ALARMS.map(({ id }) => id)).toEqual(expect.arrayContaining([
      "unauthorized-api-calls", "root-usage", "security-group-changes", "network-acl-changes", "iam-policy-changes", "failed-logins",
    ]));
  });

  test("use the benchmark's own words for root use and denied calls", () => {
    expect(patternOf("root-usage")).toBe('{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}');
    expect(patternOf("unauthorized-api-calls")).toBe('{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}');
    expect(patternOf("failed-logins")).toBe('{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}');
    expect(patternOf("network-acl-changes")).toBe("{($.eventName=CreateNetworkAcl) || ($.eventName=CreateNetworkAclEntry) || ($.eventName=DeleteNetworkAcl) || ($.eventName=DeleteNetworkAclEntry) || ($.eventName=ReplaceNetworkAclEntry) || ($.eventName=ReplaceNetworkAclAssociation)}");
    expect(patternOf("key-disabled-or-deleted")).toBe("{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}");
  });
});
