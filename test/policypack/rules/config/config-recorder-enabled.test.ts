import { describe, expect, test } from "vitest";
import { judgeStack } from "../../../../policypack/engine/judge.ts";
import { configRecorderEnabled } from "../../../../policypack/rules/config/config-recorder-enabled.ts";
import { stackOf } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";
import { UNKNOWN } from "../../unknown-value.ts";

testStackRule(configRecorderEnabled, {
  compliant: [
    {
      recorder: { type: "aws:cfg/recorder:Recorder", props: { name: "default", recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } } },
      status: { type: "aws:cfg/recorderStatus:RecorderStatus", props: { isEnabled: true }, refs: { name: "recorder.id" } },
      channel: { type: "aws:cfg/deliveryChannel:DeliveryChannel", props: { s3BucketName: "config" } },
    },
    {
      recorder: { type: "aws:cfg/recorder:Recorder", props: { name: "default", recordingGroup: UNKNOWN } },
      status: { type: "aws:cfg/recorderStatus:RecorderStatus", props: { name: "default", isEnabled: true } },
      channel: { type: "aws:cfg/deliveryChannel:DeliveryChannel", props: { s3BucketName: "config" } },
    },
  ],
  violating: [
    { why: "some types only", change: { recorder: { props: { recordingGroup: { allSupported: false, resourceTypes: ["AWS::S3::Bucket"] } } } }, blamed: "recorder", property: "recordingGroup.allSupported", found: "false" },
    { why: "switched off", change: { status: { props: { isEnabled: false } } }, blamed: "recorder", property: "(recorder)", found: "no aws.cfg.RecorderStatus that switches it on" },
    { why: "never switched on", change: { status: null }, blamed: "recorder", property: "(recorder)", found: "no aws.cfg.RecorderStatus that switches it on" },
    { why: "another recorder's status", of: 1, change: { status: { props: { name: "other" } } }, blamed: "recorder", property: "(recorder)", found: "no aws.cfg.RecorderStatus that switches it on" },
    { why: "delivered nowhere", change: { channel: null }, blamed: "recorder", property: "(recorder)", found: "no aws.cfg.DeliveryChannel" },
  ],
  unknown: [
    ["status", "isEnabled"],
    ["recorder", "recordingGroup.allSupported"],
  ],
});

describe("a stack that must switch it on itself", () => {
  const stack = stackOf({ records: { type: "aws:dynamodb/table:Table", props: { name: "records" } } }, "at a first preview");

  test("is at fault when it does not", () => {
    expect(judgeStack(configRecorderEnabled, stack, { owningStacks: ["test/test"] })).toMatchObject({
      kind: "violated",
      findings: [{ urn: "urn:pulumi:test::test::aws:dynamodb/table:Table::records", property: "(stack)", found: "no aws:cfg/recorder:Recorder" }],
    });
  });

  test("is none unless it is named", () => {
    expect(judgeStack(configRecorderEnabled, stack, { owningStacks: ["test/prod"] })).toEqual({ kind: "compliant" });
  });
});
