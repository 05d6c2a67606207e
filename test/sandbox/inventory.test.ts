import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CloudResource, Inventory, readInventory, stateOf } from "../../sandbox/inventory.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inventory-"));
  file = join(folder, "deep", "inventory.json");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function resource(id: string, extra: Partial<CloudResource> = {}): CloudResource {
  return { type: "aws:s3/bucket:Bucket", id, region: "us-east-1", urn: `urn:${id}`, inputs: {}, outputs: {}, createdAt: "2026-01-01T00:00:00.000Z", ...extra };
}

describe("the inventory", () => {
  it("is on disk before a change is answered, and is read again by the next process", async () => {
    const inventory = new Inventory(file, "123456789012");
    await inventory.put(resource("a"));
    expect(readInventory(file)).toEqual({ account: "123456789012", resources: [resource("a")] });
    expect(new Inventory(file, "123456789012").find("aws:s3/bucket:Bucket", "us-east-1", "a")).toEqual(resource("a"));
    await inventory.remove(resource("a"));
    expect(readInventory(file).resources).toEqual([]);
  });

  it("lets a stack refer to what another stack of the account made, and leaves that alone", async () => {
    const other = join(folder, "other.json");
    await new Inventory(other, "123456789012").put(resource("theirs", { outputs: { arn: "arn:aws:s3:::theirs" } }));
    const inventory = new Inventory(file, "123456789012", new Date(), [other]);
    expect(inventory.find("aws:s3/bucket:Bucket", "us-east-1", "theirs")?.id).toBe("theirs");
    expect(inventory.findByArn("arn:aws:s3:::theirs", ["aws:s3/bucket:Bucket"])?.id).toBe("theirs");
    expect([...inventory.all()]).toEqual([]);
    await inventory.put(resource("ours"));
    expect(readInventory(file).resources.map(({ id }) => id)).toEqual(["ours"]);
  });

  it("reads the other stacks' inventories once, and not before something is missing in its own", async () => {
    const [other, none] = [join(folder, "other.json"), join(folder, "none.json")];
    writeFileSync(other, "{");
    const inventory = new Inventory(file, "123456789012", new Date(), [other, none]);
    await inventory.put(resource("ours", { outputs: { arn: "arn:aws:s3:::ours" } }));
    expect(inventory.find("aws:s3/bucket:Bucket", "us-east-1", "ours")?.id).toBe("ours");
    expect(inventory.findByArn("arn:aws:s3:::ours", ["aws:s3/bucket:Bucket"])?.id).toBe("ours");
    expect(() => inventory.find("aws:s3/bucket:Bucket", "us-east-1", "theirs")).toThrow(/other\.json is not a readable inventory/u);

    writeFileSync(other, JSON.stringify({ account: "123456789012", resources: [resource("theirs"), resource("gone", { deletedUntil: "2999-01-01T00:00:00.000Z" })] }));
    expect(inventory.find("aws:s3/bucket:Bucket", "us-east-1", "theirs")?.id).toBe("theirs");
    expect(inventory.find("aws:s3/bucket:Bucket", "us-east-1", "gone")).toBeUndefined();
    rmSync(other);
    expect(inventory.find("aws:s3/bucket:Bucket", "us-east-1", "theirs")?.id).toBe("theirs");
  });

  it("holds every one of many changes at the same time, and leaves no other file", async () => {
    const inventory = new Inventory(file, "123456789012");
    await Promise.all(Array.from({ length: 200 }, async (_item, index) => { await inventory.put(resource(String(index))); }));
    expect(readInventory(file).resources).toHaveLength(200);
    expect(readdirSync(join(folder, "deep"))).toEqual(["inventory.json"]);
  });

  it("keeps resources of one id apart by type and region", async () => {
    const inventory = new Inventory(file, "123456789012");
    await inventory.put(resource("a"));
    await inventory.put(resource("a", { region: "us-west-2", urn: "west" }));
    expect(inventory.find("aws:s3/bucket:Bucket", "us-west-2", "a")?.urn).toBe("west");
    expect(inventory.find("aws:sns/topic:Topic", "us-east-1", "a")).toBeUndefined();
    expect(inventory.ofType("aws:s3/bucket:Bucket")).toHaveLength(2);
  });

  it("hides what was deleted and is kept, and forgets it on the day it goes", async () => {
    const inventory = new Inventory(file, "123456789012");
    await inventory.put(resource("k", { type: "aws:kms/key:Key", outputs: { arn: "arn" }, deletedUntil: "2026-02-01T00:00:00.000Z" }));
    expect(inventory.find("aws:kms/key:Key", "us-east-1", "k")).toBeUndefined();
    expect(inventory.ofType("aws:kms/key:Key")).toEqual([]);
    expect(inventory.findByArn("arn", ["aws:kms/key:Key"])).toBeUndefined();
    expect([...inventory.all()]).toHaveLength(1);
    expect([...new Inventory(file, "123456789012", new Date("2026-01-31T23:59:59Z")).all()]).toHaveLength(1);
    expect([...new Inventory(file, "123456789012", new Date("2026-02-01T00:00:00Z")).all()]).toEqual([]);
  });

  it("says what to do with an edit that is no JSON", () => {
    writeFileSync(join(folder, "broken.json"), "{");
    expect(() => new Inventory(join(folder, "broken.json"), "123456789012")).toThrow(/broken\.json is not a readable inventory: correct the edit, or start over/u);
  });

  it("killed in the middle of writing, is readable and has every change that was acknowledged", { timeout: 30_000 }, async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      rmSync(file, { force: true });
      const child = spawn(process.execPath, [join(import.meta.dirname, "support/inventory-writer.ts"), file], { stdio: ["ignore", "pipe", "inherit"] });
      let acknowledged = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        acknowledged += text;
        if (acknowledged.split("\n").length > 60) {
          child.kill("SIGKILL");
        }
      });
      const signal = await new Promise((resolve) => { child.on("close", (_code, by) => { resolve(by); }); });
      expect(signal).toBe("SIGKILL");
      const written = new Set(readInventory(file).resources.map(({ id }) => id));
      const ids = acknowledged.slice(0, acknowledged.lastIndexOf("\n")).split("\n");
      expect(ids.length).toBeGreaterThanOrEqual(60);
      expect(ids.filter((id) => !written.has(id))).toEqual([]);
    }
  });
});

describe("the state of a resource", () => {
  it("is its inputs completed by what AWS computed, block by block, without what Check noted", () => {
    const inputs = { name: "c", vpcConfig: { subnetIds: ["s"] }, tags: { a: "b" }, __defaults: ["name"] };
    const outputs = { arn: "arn", vpcConfig: { vpcId: "v", subnetIds: ["old"] }, name: "old" };
    expect(stateOf({ inputs, outputs })).toEqual({ name: "c", arn: "arn", vpcConfig: { subnetIds: ["s"], vpcId: "v" }, tags: { a: "b" } });
  });

  it("follows an edit of the file: drift in an input and in an output", async () => {
    const inventory = new Inventory(file, "123456789012");
    await inventory.put(resource("a", { inputs: { acl: "private" }, outputs: { arn: "x" } }));
    writeFileSync(file, readFileSync(file, "utf8").replace('"private"', '"public-read"').replace('"x"', '"y"'));
    const [edited] = new Inventory(file, "123456789012").all();
    expect(edited === undefined ? undefined : stateOf(edited)).toEqual({ acl: "public-read", arn: "y" });
  });
});
