import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ProviderSettings } from "../../../sandbox/resource-model.ts";
import type { Properties } from "../../../sandbox/wire.ts";
import { FakeCloud } from "../support/fake-cloud.ts";

const CLUSTER: ProviderSettings = { region: "https://cluster.example.org", namespace: "default", defaultTags: {}, assumeRoleArns: [] };
const OTHER: ProviderSettings = { ...CLUSTER, region: "https://other.example.org" };
const NAMESPACE = "kubernetes:core/v1:Namespace";
const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const CRD = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
const MONITOR = "kubernetes:monitoring.example.com/v1:ServiceMonitor";

const definition: Properties = { apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition", metadata: { name: "servicemonitors.monitoring.example.com" },
  spec: { group: "monitoring.example.com", names: { kind: "ServiceMonitor", plural: "servicemonitors" }, scope: "Namespaced" } };
const monitor: Properties = { apiVersion: "monitoring.example.com/v1", kind: "ServiceMonitor", metadata: { name: "records" }, endpoints: [] };

function deployment(spec: Properties = {}, labels: Properties = { app: "records" }): Properties {
  return { metadata: { name: "records" }, spec: { selector: { matchLabels: { app: "records" } }, template: { metadata: { labels }, spec: { containers: [], ...spec } } } };
}

let fake: FakeCloud;
beforeEach(() => { fake = new FakeCloud(); });
afterEach(() => { fake[Symbol.dispose](); });

function checked(type: string, news: Properties, olds: Properties = {}): Properties {
  return fake.checked(type, news, { name: "settings", olds, settings: CLUSTER });
}

describe("the check of an object", () => {
  it("makes up a name, marks it, and keeps it in later runs", () => {
    const first = checked(CONFIG_MAP, { data: {} });
    expect(first).toMatchObject({ metadata: { name: expect.stringMatching(/^settings-[0-9a-f]{8}$/u), namespace: "default", annotations: { "pulumi.com/autonamed": "true" } } });
    expect(checked(CONFIG_MAP, { data: { a: "b" } }, first)["metadata"]).toEqual(first["metadata"]);
  });

  it("leaves a given name and namespace alone, and puts no cluster-wide object into a namespace", () => {
    expect(checked(CONFIG_MAP, { metadata: { name: "mine", namespace: "clinic" } })["metadata"]).toEqual({ name: "mine", namespace: "clinic" });
    expect(checked(NAMESPACE, { metadata: { name: "clinic" } })["metadata"]).toEqual({ name: "clinic" });
    expect(checked(CONFIG_MAP, { metadata: { generateName: "mine-" } })["metadata"]).toEqual({ generateName: "mine-", namespace: "default" });
  });

  it("refuses a patch without the name of what it changes", () => {
    expect(() => checked("kubernetes:core/v1:ConfigMapPatch", { data: {} })).toThrow("patch resources require");
  });
});

describe("an object", () => {
  it("is known by its namespace and name, in one cluster", async () => {
    const map = await fake.create(CONFIG_MAP, { metadata: { name: "settings" } }, CLUSTER);
    expect(map).toMatchObject({ id: "default/settings", outputs: { metadata: { uid: expect.stringMatching(/^[0-9a-f-]{36}$/u) } } });
    await expect(fake.create(CONFIG_MAP, { metadata: { name: "settings" } }, CLUSTER)).rejects.toThrow("AlreadyExists");
    expect((await fake.create(CONFIG_MAP, { metadata: { name: "settings" } }, OTHER)).region).toBe(OTHER.region);
  });

  it("needs its namespace, a valid name and a cluster that answers", async () => {
    await expect(fake.create(CONFIG_MAP, { metadata: { name: "settings", namespace: "clinic" } }, CLUSTER)).rejects.toThrow('namespaces "clinic" not found');
    await expect(fake.create(CONFIG_MAP, { metadata: { name: "My_Settings" } }, CLUSTER)).rejects.toThrow("lowercase RFC 1123 subdomain");
    await expect(fake.create(CONFIG_MAP, { metadata: { name: "a" } }, { ...CLUSTER, region: "https://ABC.gr7.us-east-1.eks.amazonaws.com" })).rejects.toThrow("cluster is unreachable");
  });

  it("goes with its namespace, in that cluster alone", async () => {
    const [namespace, elsewhere] = [await fake.create(NAMESPACE, { metadata: { name: "clinic" } }, CLUSTER), await fake.create(NAMESPACE, { metadata: { name: "clinic" } }, OTHER)];
    const map = { metadata: { name: "settings", namespace: "clinic" } };
    await fake.create(CONFIG_MAP, map, CLUSTER);
    await fake.create(CONFIG_MAP, map, OTHER);
    await fake.delete(namespace, CLUSTER);
    expect(fake.inventory.ofType(CONFIG_MAP).map(({ region }) => region)).toEqual([elsewhere.region]);
  });

  it("of a kind that nobody has defined is refused, and goes with its definition", async () => {
    await expect(fake.create(MONITOR, monitor, CLUSTER)).rejects.toThrow('no matches for kind "ServiceMonitor" in version "monitoring.example.com/v1"');
    const made = await fake.create(CRD, definition, CLUSTER);
    await fake.create(MONITOR, monitor, CLUSTER);
    await fake.delete(made, CLUSTER);
    expect(fake.inventory.ofType(MONITOR)).toEqual([]);
  });
});

describe("a workload", () => {
  it("is ready once created, with as many replicas as it asks for", async () => {
    expect((await fake.create(DEPLOYMENT, deployment(), CLUSTER)).outputs["status"]).toMatchObject({ availableReplicas: 1 });
  });

  it("whose selector misses its own pods is refused", async () => {
    await expect(fake.create(DEPLOYMENT, deployment({}, { app: "other" }), CLUSTER)).rejects.toThrow("`selector` does not match template `labels`");
  });

  it("of a service account that does not exist never starts", async () => {
    await expect(fake.create(DEPLOYMENT, deployment({ serviceAccountName: "records" }), CLUSTER)).rejects.toThrow('serviceaccount "records" not found');
    await fake.create("kubernetes:core/v1:ServiceAccount", { metadata: { name: "records" } }, CLUSTER);
    expect((await fake.create(DEPLOYMENT, deployment({ serviceAccountName: "records" }), CLUSTER)).id).toBe("default/records");
  });
});

/** Changed inputs that replace. */
function replaces(type: string, olds: Properties, news: Properties): readonly string[] {
  return fake.cloud.diff(type, olds, news).filter((change) => change.replaces).map(({ property }) => property);
}

describe("a change", () => {
  it("of what the API server holds fast replaces, of anything else updates", () => {
    expect(replaces(CONFIG_MAP, { data: { a: "1" } }, { data: { a: "2" } })).toEqual(["data"]);
    expect(replaces(DEPLOYMENT, { spec: { selector: { matchLabels: { a: "1" } }, replicas: 1 } }, { spec: { selector: { matchLabels: { a: "1" } }, replicas: 2 } })).toEqual([]);
    expect(replaces(DEPLOYMENT, { spec: { selector: { matchLabels: { a: "1" } } } }, { spec: { selector: { matchLabels: { a: "2" } } } })).toEqual(["spec"]);
    expect(replaces("kubernetes:core/v1:Pod", { spec: { containers: [{ image: "a" }] } }, { spec: { containers: [{ image: "b" }] } })).toEqual(["spec"]);
  });

  it("deletes first only where the name was given", () => {
    const named = { metadata: { name: "settings", namespace: "default" } };
    const madeUp = { metadata: { ...named.metadata, annotations: { "pulumi.com/autonamed": "true" } } };
    expect([named, madeUp].map((inputs) => fake.cloud.replacesUnderSameName(CONFIG_MAP, inputs, inputs))).toEqual([true, false]);
  });
});

describe("a chart that Helm installs", () => {
  const RELEASE = "kubernetes:helm.sh/v3:Release";

  it("is named, versioned, and held to its namespace", async () => {
    const release = await fake.create(RELEASE, { chart: "records" }, CLUSTER);
    expect(release).toMatchObject({ id: expect.stringMatching(/^default\/probe\d-[0-9a-f]{8}$/u), outputs: { status: { status: "deployed", revision: 1 } } });
    await expect(fake.create(RELEASE, { chart: "records", namespace: "clinic" }, CLUSTER)).rejects.toThrow('namespaces "clinic" not found');
    expect((await fake.create(RELEASE, { chart: "records", name: "r", namespace: "clinic", createNamespace: true }, CLUSTER)).id).toBe("clinic/r");
    await expect(fake.create(RELEASE, { chart: "records", name: "r", namespace: "clinic" }, CLUSTER)).rejects.toThrow("still in use");
  });

  it("may bring definitions and accounts, so that none can be said to be missing", async () => {
    await fake.create(RELEASE, { chart: "prometheus" }, CLUSTER);
    expect((await fake.create(MONITOR, monitor, CLUSTER)).id).toBe("default/records");
  });

  it("counts its revisions and is replaced under a new name", async () => {
    const release = await fake.create(RELEASE, { chart: "records", name: "r" }, CLUSTER);
    await fake.update(release, { chart: "records", name: "r", values: { a: 1 } }, CLUSTER);
    expect(fake.inventory.ofType(RELEASE)[0]?.outputs).toMatchObject({ status: { revision: 2 } });
    expect(fake.cloud.diff(RELEASE, { name: "a" }, { name: "b" })).toEqual([{ property: "name", kind: "update", replaces: true }]);
  });
});
