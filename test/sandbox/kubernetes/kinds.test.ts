import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kindOf, replacingInputs } from "../../../sandbox/kubernetes/kinds.ts";
import { kubernetesModel } from "../../../sandbox/kubernetes/models.ts";
import { resourceSchema } from "../../../sandbox/sdk-schema.ts";

const SDK = join(import.meta.dirname, "../../../node_modules/@pulumi/kubernetes");

/** Every type the installed SDK registers, as its compiled classes name it. */
const TYPES = readdirSync(SDK, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js") && /^(?!types|scripts)\w+\/v\w+\/\w+\.js$/u.test(file))
  .flatMap((file) => /__pulumiType = '([^']+)'/u.exec(readFileSync(join(SDK, file), "utf8"))?.slice(1) ?? []);

/** Components, which the provider takes apart and the engine never asks it to create. */
const COMPONENTS = /:(?:helm\.sh\/v[34]:Chart|kustomize\/|yaml\/)/u;

// Proves that the sandbox knows every kind of object of the installed SDK by its own declarations; not that a cluster would take it.
describe("the kinds of the Kubernetes SDK", () => {
  const objects = TYPES.filter((type) => !COMPONENTS.test(type));

  it("are all found, which the next tests rely on", () => {
    expect(objects.length).toBeGreaterThan(400);
    expect(objects).toContain("kubernetes:networking.k8s.io/v1:NetworkPolicy");
  });

  it("have a model and declarations each", () => {
    expect(objects.filter((type) => kubernetesModel(type) === undefined || resourceSchema(type) === undefined)).toEqual([]);
    const undeclared = objects.filter((type) => !type.includes("helm.sh") && !["apiVersion", "kind"].every((name) => resourceSchema(type)?.inputs.has(name) === true));
    expect(undeclared).toEqual([]);
  });

  it("are replaced only for changes of inputs that they declare", () => {
    const misnamed = objects.flatMap((type) => {
      const kind = kindOf(type);
      const inputs = resourceSchema(type)?.inputs;
      return (kind === undefined ? [] : replacingInputs(kind)).filter((path) => inputs?.has(path.split(".")[0] ?? "") !== true).map((path) => `${type} ${path}`);
    });
    expect(misnamed).toEqual([]);
  });
});

describe("a type token", () => {
  it("names an object's group, version and kind", () => {
    expect(kindOf("kubernetes:core/v1:ConfigMap")).toEqual({ apiVersion: "v1", group: "", kind: "ConfigMap", patch: false });
    expect(kindOf("kubernetes:rbac.authorization.k8s.io/v1:RolePatch")).toEqual({ apiVersion: "rbac.authorization.k8s.io/v1", group: "rbac.authorization.k8s.io", kind: "Role", patch: true });
    expect(kindOf("kubernetes:example.com/v1:OsPatch")).toEqual({ apiVersion: "example.com/v1", group: "example.com", kind: "OsPatch", patch: false });
  });

  it("that is no object's has no model", () => {
    expect(["kubernetes:helm.sh/v3:Chart", "aws:s3/bucket:Bucket", "kubernetes:provider"].map(kubernetesModel)).toEqual([undefined, undefined, undefined]);
  });
});
