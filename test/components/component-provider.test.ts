import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { componentProvider } from "../../components/component-provider.ts";
import { record } from "../support/pulumi-mocks.ts";

class Folder extends pulumi.ComponentResource {
  readonly path: pulumi.Output<string>;

  constructor(name: string, args: { readonly path: string }, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:Folder", name, {}, opts);
    this.path = pulumi.output(args.path);
    this.registerOutputs({ path: this.path });
  }
}

const SCHEMA = JSON.stringify({
  name: "hipaa", version: "1.2.3", types: {},
  resources: { "hipaa:index:Folder": { inputProperties: { path: { type: "string", plain: true } }, requiredInputs: ["path"], properties: { path: { type: "string" } } } },
});
const provider = componentProvider({ Folder, limit: 3, plan: () => 1 }, SCHEMA);

describe("the provider of a component package", () => {
  test("answers with the schema that is kept", async () => {
    expect(await provider.getSchema?.()).toBe(SCHEMA);
    expect(provider.version).toBe("1.2.3");
  });

  test("makes the component, and gives out its outputs and nothing else of it", async () => {
    let state: pulumi.Inputs = {};
    const resources = await record(async () => { state = (await provider.construct?.("files", "hipaa:index:Folder", { path: "/a" }, {}))?.state ?? {}; });
    expect(resources.map(({ type, name }) => `${type} ${name}`)).toContain("hipaa:index:Folder files");
    expect(Object.keys(state)).toEqual(["path"]);
    expect(await new Promise((resolve) => { pulumi.output(state["path"]).apply(resolve); })).toBe("/a");
  });

  test("refuses wrong arguments before it makes anything", async () => {
    const resources = await record(async () => {
      await expect(provider.construct?.("files", "hipaa:index:Folder", { paths: "/a" }, {})).rejects.toThrow(
        "files: 2 arguments cannot be used; nothing was created.\n  - path = undefined: it is required. Give a string\n  - paths = \"/a\": there is no such argument; there are path. Correct its name, or leave it out",
      );
    });
    expect(resources).toEqual([]);
  });

  test("names the components there are when it is asked for another", async () => {
    await expect(provider.construct?.("files", "hipaa:index:Drawer", {}, {})).rejects.toThrow("hipaa:index:Drawer is no component of this package; there are hipaa:index:Folder");
  });
});
