import { describe, expect, test } from "vitest";
import { FakeCloud } from "../support/fake-cloud.ts";

const ASSOCIATION = "aws:ssm/association:Association";

describe("an association of Systems Manager", () => {
  test("runs a document of AWS, and one of the account that exists", async () => {
    using fake = new FakeCloud();
    await expect(fake.create(ASSOCIATION, { name: "AWS-RunPatchBaseline" })).resolves.toBeDefined();
    await fake.create("aws:ssm/document:Document", { name: "own", documentType: "Command", content: "{}" });
    await expect(fake.create(ASSOCIATION, { name: "own" })).resolves.toBeDefined();
  });

  test("is refused for a document that nobody made", async () => {
    using fake = new FakeCloud();
    await expect(fake.create(ASSOCIATION, { name: "missing" })).rejects.toThrow("InvalidDocument");
  });
});

describe("an instance under termination protection", () => {
  test("stays, unless the program said that it may go", async () => {
    using fake = new FakeCloud();
    const kept = await fake.create("aws:ec2/instance:Instance", { disableApiTermination: true });
    await expect(fake.delete(kept)).rejects.toThrow("OperationNotPermitted");
    const released = await fake.create("aws:ec2/instance:Instance", { disableApiTermination: true, forceDestroy: true });
    await expect(fake.delete(released)).resolves.toBeUndefined();
  });
});
