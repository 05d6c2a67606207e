import { describe, expect, it } from "vitest";
import type { Properties } from "../../../sandbox/wire.ts";
import { EAST, FakeCloud } from "../support/fake-cloud.ts";

const STACK = "aws:cloudformation/stack:Stack";
const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";

function stack(resources: Properties, outputs: Properties = {}): Properties {
  return { name: "endpoints", templateBody: JSON.stringify({ Resources: resources, Outputs: outputs }) };
}

const destination = { Type: "AWS::Events::ApiDestination", Properties: { Name: "chat", HttpMethod: "POST" } };

describe("a CloudFormation stack", () => {
  it("answers with the outputs of its template, the same at every look", async () => {
    using fake = new FakeCloud();
    const made = await fake.create(STACK, stack({ Chat: destination }, { Arn: { Value: { "Fn::GetAtt": ["Chat", "Arn"] } }, Note: { Value: "plain" } }));
    expect(made.id).toMatch(/^arn:aws:cloudformation:us-east-1:123456789012:stack\/endpoints\//u);
    expect(made.outputs["outputs"]).toEqual({ Arn: expect.stringMatching(/^arn:aws:events:us-east-1:123456789012:api-destination\/chat\/[0-9a-f-]{36}$/u), Note: "plain" });
    const again = await fake.update(made, { ...stack({ Chat: destination }, { Arn: { Value: { "Fn::GetAtt": ["Chat", "Arn"] } } }), onFailure: "DELETE" });
    expect(again.outputs["outputs"]).toMatchObject({ Arn: Object(made.outputs["outputs"]).Arn });
  });

  it.each([
    [{ name: "endpoints", templateBody: "no JSON" }], [stack({})], [stack({ Disk: { Type: "AWS::EC2::Volume" } })], [stack({ Chat: destination }, { Name: { Value: { "Fn::GetAtt": ["Chat", "Name"] } } })],
  ])("is refused, not guessed, where its template is not known: %j", async (inputs) => {
    using fake = new FakeCloud();
    await expect(fake.create(STACK, inputs)).rejects.toMatchObject({ code: "ValidationError" });
  });

  it("has a name of its own", async () => {
    using fake = new FakeCloud();
    await fake.create(STACK, stack({ Chat: destination }));
    await expect(fake.create(STACK, stack({ Chat: destination }))).rejects.toMatchObject({ code: "AlreadyExistsException" });
  });
});

describe("a rule of EventBridge", () => {
  it.each(["no JSON", "[]", JSON.stringify({ source: ["a".repeat(2048)] })])("takes no pattern such as %.40s", async (eventPattern) => {
    using fake = new FakeCloud();
    await expect(fake.create(RULE, { name: "alerts", eventPattern })).rejects.toMatchObject({ code: "InvalidEventPatternException" });
  });

  it("reaches the default bus of any region, and no bus that does not exist", async () => {
    using fake = new FakeCloud();
    await fake.create(RULE, { name: "alerts", eventPattern: '{"source":["aws.iam"]}' });
    await expect(fake.create(TARGET, { rule: "alerts", arn: "arn:aws:events:us-west-2:123456789012:event-bus/default" })).resolves.toMatchObject({ region: EAST.region });
    await expect(fake.create(TARGET, { rule: "alerts", arn: "arn:aws:events:us-west-2:123456789012:event-bus/other" })).rejects.toMatchObject({ code: "ResourceNotFoundException" });
  });

  it("keeps undelivered events in a queue that exists", async () => {
    using fake = new FakeCloud();
    await fake.create(RULE, { name: "alerts", eventPattern: '{"source":["aws.iam"]}' });
    const target = { rule: "alerts", arn: "arn:aws:events:us-east-1:123456789012:event-bus/default" };
    await expect(fake.create(TARGET, { ...target, deadLetterConfig: { arn: "arn:aws:sqs:us-east-1:123456789012:none" } })).rejects.toMatchObject({ code: "ResourceNotFoundException" });
  });
});
