import { describe, expect, it } from "vitest";
import { driftResource } from "../../sandbox/drift.ts";
import { readInventory, stateOf } from "../../sandbox/inventory.ts";
import { FakeCloud } from "./support/fake-cloud.ts";

const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });

describe("drift", () => {
  it("changes an input by name in the program, so that a read returns it", async () => {
    using fake = new FakeCloud();
    const bucket = await fake.create("aws:s3/bucket:Bucket", { tags: { data: "phi", stage: "dev" } });
    driftResource(fake.inventoryFile, "probe1", "tags.data", "public");
    const [edited] = readInventory(fake.inventoryFile).resources;
    expect(edited).toEqual({ ...bucket, inputs: { ...bucket.inputs, tags: { data: "public", stage: "dev" } } });
  });

  it("changes an output and an item of a list by URN, and adds what was not there", async () => {
    using fake = new FakeCloud();
    const group = await fake.create("aws:ec2/securityGroup:SecurityGroup", { ingress: [{ fromPort: 443 }] });
    driftResource(fake.inventoryFile, group.urn, "ingress.0.cidrBlocks", ["0.0.0.0/0"]);
    driftResource(fake.inventoryFile, group.urn, "ownerId", "210987654321");
    driftResource(fake.inventoryFile, group.urn, "description", "by hand");
    const [edited] = readInventory(fake.inventoryFile).resources;
    expect(edited === undefined ? undefined : stateOf(edited)).toMatchObject({ ingress: [{ fromPort: 443, cidrBlocks: ["0.0.0.0/0"] }], ownerId: "210987654321", description: "by hand" });
  });

  it("refuses a name that nothing has, one that several have, a property the type lacks and an item beyond the list", async () => {
    using fake = new FakeCloud();
    const role = await fake.create("aws:iam/role:Role", { name: "r", assumeRolePolicy: TRUST, managedPolicyArns: [] });
    await fake.inventory.put({ ...role, id: "other", urn: role.urn.replace("iam/role:Role::", "iam/role:Role$other::") });
    const drift = (name: string, path: string) => (): void => { driftResource(fake.inventoryFile, name, path, "x"); };
    expect(drift("nobody", "name")).toThrow('The fake cloud has no resource "nobody"');
    expect(drift("probe", "name")).toThrow(/has no resource "probe"; similar:\n {2}urn:/u);
    expect(drift("probe1", "name")).toThrow(/^"probe1" names 2 resources; give the URN of one:\n {2}urn:/u);
    expect(drift(role.urn, "colour")).toThrow(/^aws:iam\/role:Role has no property "colour"; it has arn, assumeRolePolicy, /u);
    expect(drift(role.urn, "managedPolicyArns.0")).toThrow("managedPolicyArns.0: the list is empty");
  });
});
