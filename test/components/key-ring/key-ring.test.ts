import { beforeAll, describe, expect, test } from "vitest";
import { KeyRing, type KeyRingArgs } from "../../../components/key-ring/index.ts";
import { KEY_CLASSES, type KeyClass } from "../../../components/key-ring/key-classes.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";

const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };
const KEY = "aws:kms/key:Key";
const REPLICA = "aws:kms/replicaKey:ReplicaKey";
const ALIAS = "aws:kms/alias:Alias";

async function recorded(changes: Partial<KeyRingArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new KeyRing("keys", { deployment, ...changes }));
}

function isKeyClass(text: string): text is KeyClass {
  return KEY_CLASSES.some((keyClass) => keyClass === text);
}

describe("KeyRing refuses", () => {
  test.each([6, 31, 7.5, Number.NaN])("a deletion window of %d days", async (deletionWindowDays) => {
    await expect(recorded({ deletionWindowDays })).rejects.toThrow(
      `keys: 1 argument cannot be used; nothing was created.\n  - deletionWindowDays = ${JSON.stringify(deletionWindowDays)}: KMS takes whole days from 7 to 30. Leave it out for 30`,
    );
  });

  test.each([[["phi-records", "phi-records"]], [[]]])("the classes %j", async (classes) => {
    await expect(recorded({ classes: classes.filter(isKeyClass) })).rejects.toThrow(
      `keys: 1 argument cannot be used; nothing was created.\n  - classes = ${JSON.stringify(classes)}: one or more of ${KEY_CLASSES.join(", ")}, each once. Leave it out for all`,
    );
  });

  test("a replica of a class without a key", async () => {
    await expect(recorded({ classes: ["audit"], replicaClasses: ["backup"] })).rejects.toThrow('  - replicaClasses = ["backup"]: some of audit, each once. Leave it out for all of them');
  });

  test("before it registers a key", async () => {
    const made: Recorded[] = [];
    await record(() => {
      expect(() => new KeyRing("keys", { deployment, deletionWindowDays: 1 })).toThrow("cannot be used");
    }).then((resources) => made.push(...resources));
    expect(made.map(({ type }) => type)).toEqual(["hipaa:index:KeyRing"]);
  });
});

describe("KeyRing", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test.each(KEY_CLASSES)("%s: a rotating key that a stack update cannot delete, and its replica (S4-40, S1-19)", (keyClass) => {
    const expected = { protect: true, retainOnDelete: ["phi-data", "audit", "backup"].includes(keyClass) };
    expect(one(resources, KEY, `keys-${keyClass}`)).toMatchObject({ ...expected, inputs: { enableKeyRotation: true, multiRegion: true, deletionWindowInDays: 30 } });
    expect(one(resources, REPLICA, `keys-${keyClass}-replica`)).toMatchObject({ ...expected, inputs: { region: "us-west-2", deletionWindowInDays: 30 } });
  });

  test.each(KEY_CLASSES)("%s: one alias in each region (S3-12)", (keyClass) => {
    const name = `alias/hipaa-test/${keyClass === "audit" ? "cloudtrail-encryption-key" : keyClass}`;
    expect(one(resources, ALIAS, `keys-${keyClass}-alias`).inputs).toMatchObject({ name });
    expect(one(resources, ALIAS, `keys-${keyClass}-replica-alias`).inputs).toMatchObject({ name, region: "us-west-2" });
  });

  test("makes one key for each class and one for pseudonyms, and no other", () => {
    expect(all(resources, KEY).map(({ name }) => name).sort()).toEqual([...KEY_CLASSES, "pseudonyms"].map((name) => `keys-${name}`).sort());
    expect(all(resources, REPLICA)).toHaveLength(KEY_CLASSES.length + 1);
    expect(all(resources, ALIAS)).toHaveLength(2 * KEY_CLASSES.length + 2);
  });

  test("makes keys and replicas for the named classes only, and no key for pseudonyms where nothing computes them", async () => {
    const few = await recorded({ classes: ["phi-records", "audit"], replicaClasses: ["audit"], pseudonyms: false });
    expect(all(few, KEY).map(({ name }) => name).sort()).toEqual(["keys-audit", "keys-phi-records"]);
    expect(all(few, REPLICA).map(({ name }) => name)).toEqual(["keys-audit-replica"]);
    expect(all(few, ALIAS)).toHaveLength(3);
  });

  test("makes pseudonyms with an HMAC key that never rotates, and that the recovery region has too (X-10)", () => {
    const key = one(resources, KEY, "keys-pseudonyms");
    expect(one(resources, REPLICA, "keys-pseudonyms-replica")).toMatchObject({ protect: true, inputs: { region: "us-west-2", policy: key.inputs["policy"] } });
    expect(key).toMatchObject({ protect: true, inputs: { keyUsage: "GENERATE_VERIFY_MAC", customerMasterKeySpec: "HMAC_256", multiRegion: true } });
    expect(key.inputs).not.toHaveProperty("enableKeyRotation");
  });

  test.each([["phi-data", "phi"], ["phi-records", "phi"], ["logs", "operational"], ["audit", "audit"], ["secrets", "secret"], ["backup", "phi"], ["messages", "operational"]] as const)(
    "tags the %s key with the class of what it opens: %s", (keyClass: KeyClass, classification) => {
      expect(one(resources, KEY, `keys-${keyClass}`).inputs["tags"]).toMatchObject({ DataClassification: classification });
    });

  test("has every policy known before anything exists", () => {
    const documents = policyDocuments(resources);
    expect(documents).toHaveLength(2 * KEY_CLASSES.length + 2);
    for (const { resource, document } of documents) {
      expect(() => JSON.parse(String(document)), resource).not.toThrow();
    }
  });
});

describe("KeyRing's outputs", () => {
  test("are its public fields", async () => {
    const rings: KeyRing[] = [];
    const resources = await record(() => rings.push(new KeyRing("keys", { deployment })));
    expect(registeredOutputs(resources, "hipaa:index:KeyRing")).toEqual(rings.flatMap(publicFields));
  });

  test("give each class the ARN of its own key in each region", async () => {
    const resources = await record(() => new KeyRing("keys", { deployment }), { mode: "up" });
    const { keyArns, replicaKeyArns, pseudonymKeyArn } = one(resources, "hipaa:index:KeyRing").outputs ?? {};
    expect(keyArns).toEqual(Object.fromEntries(KEY_CLASSES.map((keyClass) => [keyClass, `arn:aws:kms:us-east-1:111122223333:keys-${keyClass}`])));
    expect(replicaKeyArns).toEqual(Object.fromEntries(KEY_CLASSES.map((keyClass) => [keyClass, `arn:aws:kms:us-west-2:111122223333:keys-${keyClass}-replica`])));
    expect(pseudonymKeyArn).toBe("arn:aws:kms:us-east-1:111122223333:keys-pseudonyms");
  });
});
