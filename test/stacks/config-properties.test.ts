import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nodeSettings } from "../../components/private-eks-cluster/node-settings.ts";
import { networkSettings } from "../../components/secure-vpc/network-settings.ts";
import { storeProblems } from "../../components/phi-data-store/store-problems.ts";
import { trailProblems } from "../../components/audit-trail/trail-problems.ts";
import { vaultProblems } from "../../components/dr-vault/vault-problems.ts";
import type { PlatformConfig } from "../../stacks/config.ts";
import { changed, parsed, type RawConfig, refusalOf, stackFile } from "./stack-files.ts";

const dev = stackFile("dev");
const prod = stackFile("prod");
const FIELDS = [
  "aws:region", "prefix", "environment", "owner", "network", "network.cidr", "network.zones", "network.zones.0", "network.natGateways", "network.allowedCidrs", "network.allowedCidrs.0",
  "cluster", "cluster.version", "cluster.nodes", "cluster.nodes.instanceTypes", "cluster.nodes.minimum", "cluster.nodes.desired", "cluster.nodes.maximum", "cluster.nodes.diskGiB",
  "database", "database.instanceClass", "database.storageGiB", "database.maximumStorageGiB", "phiBucket", "phiBucket.objectLock", "phiBucket.objectLock.mode",
  "audit", "audit.retentionDays", "audit.archiveAfterDays", "audit.objectLock.days", "audit.retentionWaiver", "audit.retentionWaiver.expires", "logs", "logs.retentionDays",
  "backup", "backup.lock", "backup.lock.mode", "backup.lock.minimumDays", "backup.lock.maximumDays", "backup.everyHours", "backup.monthlyRetentionDays", "dr", "dr.region",
];
const REGIONS = ["us-east-1", "us-west-2", "eu-central-1", "ap-southeast-2", "ap-northeast-1"];

/** Values that come near to right ones, so that checks across fields are reached. */
const plausible = fc.oneof(
  fc.constantFrom<unknown>(...REGIONS, "COMPLIANCE", "GOVERNANCE", "Production", "10.0.0.0/16", "10.0.0.1/16", "172.20.0.0/16", "0.0.0.0/0", "m7i.large", "m7g.large", "1.36", true, "2020-01-01", [], {}),
  fc.integer({ min: -1, max: 3000 }),
  fc.jsonValue(),
);
const editedStack = fc.tuple(fc.constantFrom(dev, prod), fc.dictionary(fc.constantFrom(...FIELDS), plausible, { maxKeys: 6 })).map(([raw, changes]) => changed(raw, changes));
const anything = fc.dictionary(fc.string(), fc.jsonValue());

describe("whatever stands in the file", () => {
  test("is accepted, or refused in one message of one line a problem", () => {
    fc.assert(fc.property(editedStack, oneMessage), { numRuns: 1500 });
  }, 60_000);

  test("and when it is no configuration at all", () => {
    fc.assert(fc.property(anything, oneMessage), { numRuns: 500 });
    oneMessage(JSON.parse('{"__proto__": {"network": 1}, "constructor": null, "toString": []}'));
  });
});

describe("what is accepted", () => {
  const days = fc.oneof(fc.constantFrom(1, 7, 35, 36, 90, 364, 365, 366, 2191, 2192, 2557, 3650, 3651, 36_500, 36_501), fc.integer({ min: 0, max: 4000 }));
  const mode = fc.constantFrom("GOVERNANCE", "COMPLIANCE");
  const objectLock = fc.record({ mode, days, confirmCompliance: fc.boolean() });
  const gib = fc.oneof(fc.constantFrom(19, 20, 22, 59_578, 65_536), fc.integer({ min: 15, max: 70_000 }));
  const size = fc.integer({ min: 1, max: 460 });
  const network = fc.record({
    cidr: blocks(["10.0.0.0", "10.20.16.0", "172.16.0.0", "172.20.0.0", "192.168.0.0"], 15, 21),
    zones: fc.shuffledSubarray(["a", "b", "c", "d", "e"], { minLength: 1 }),
    natGateways: fc.constantFrom("OnePerAz", "Single", "None"),
    allowedCidrs: fc.array(blocks(["0.0.0.0", "010.0.0.0", "10.1.0.0", "203.0.113.0"], 0, 33), { minLength: 1, maxLength: 3 }),
  });
  const nodes = fc.record({
    instanceTypes: fc.array(fc.constantFrom("m7g.large", "c6gn.xlarge", "m7i.large", "m7i-flex.large", "r8g.metal-24xl", "u-6tb1.metal", "g6.xlarge"), { minLength: 1, maxLength: 21 }),
    minimum: size, desired: size, maximum: size, diskGiB: fc.integer({ min: 19, max: 1001 }),
  });
  const database = fc.record({ instanceClass: fc.constantFrom("db.m7g.large", "db.t4g.medium", "db.t4g.micro", "db.t3.small"), storageGiB: gib, maximumStorageGiB: gib });
  const audit = fc.record({ retentionDays: days, archiveAfterDays: days, objectLock });
  const backup = fc.record({
    lock: fc.record({ mode, minimumDays: days, maximumDays: days, confirmCompliance: fc.boolean() }), everyHours: fc.integer({ min: 1, max: 24 }), monthlyRetentionDays: days,
  });
  /** One part made up, near the edges of what is allowed; the rest is a stack that is accepted, so that enough is accepted to tell. */
  const partlyMadeUp = fc.oneof<fc.Arbitrary<RawConfig>[]>(
    fc.record({ prefix: fc.stringMatching(/^[a-z][a-z0-9-]{1,19}$/u) }),
    fc.tuple(fc.shuffledSubarray(REGIONS, { minLength: 1, maxLength: 2 }), network).map(([[home = "", recovery = home], { zones, ...others }]) => ({
      "aws:region": home, dr: { region: recovery }, network: { ...others, zones: zones.map((letter) => `${home}${letter}`) },
    })),
    fc.record({ cluster: fc.record({ version: fc.constantFrom("1.34", "1.35", "1.36"), nodes }) }),
    fc.record({ database }),
    fc.record({ phiBucket: fc.record({ objectLock }) }),
    fc.record({ audit }),
    fc.record({ backup }),
  ).map((part): RawConfig => ({ ...dev, ...part }));

  test("no component refuses later, when others exist already", () => {
    let accepted = 0;
    fc.assert(fc.property(partlyMadeUp, (raw) => {
      if (refusalOf(raw) !== undefined) {
        return;
      }
      accepted += 1;
      expect(refusedByComponents(parsed(raw))).toEqual([]);
    }), { numRuns: 1500 });
    expect(accepted).toBeGreaterThan(100);
  }, 60_000);
});

/** What the components' own checks say of the arguments that the platform makes of a configuration. */
function refusedByComponents(config: PlatformConfig): readonly unknown[] {
  const deployment = { prefix: config.prefix, accountId: "111122223333", region: config["aws:region"], recoveryRegion: config.dr.region };
  const [keyArn, topicArn] = ["arn:aws:kms:us-east-1:111122223333:key/k", "arn:aws:sns:us-east-1:111122223333:alerts"];
  const { nodes } = config.cluster;
  return [
    networkSettings({
      deployment, zones: config.network.zones, cidrBlock: config.network.cidr, natStrategy: config.network.natGateways,
      allowedCidrs: config.network.allowedCidrs, logsKeyArn: keyArn, flowLogRetentionDays: config.logs.retentionDays,
    }).problems,
    nodeSettings({ instanceTypes: nodes.instanceTypes, minSize: nodes.minimum, desiredSize: nodes.desired, maxSize: nodes.maximum, diskGib: nodes.diskGiB }).problems,
    storeProblems({
      deployment, dataKeyArn: keyArn, recordsKeyArn: keyArn, logsKeyArn: keyArn, secretsKeyArn: keyArn, isolatedSubnetIds: config.network.zones, databaseSecurityGroupId: "sg-1",
      database: config.database, objectLock: config.phiBucket.objectLock,
    }, { logRetentionDays: config.logs.retentionDays, accessLogRetentionDays: config.audit.retentionDays }),
    trailProblems({
      deployment, auditKeyArn: keyArn, recoveryAuditKeyArn: keyArn, auditKeyAlias: "alias/k", logsKeyArn: keyArn, alertTopicArn: topicArn, recoveryAlertTopicArn: topicArn,
      objectLock: config.audit.objectLock, phiBuckets: ["phi"], phiTables: ["records"],
    }, {
      retentionDays: config.audit.retentionDays, archiveAfterDays: config.audit.archiveAfterDays, logGroupRetentionDays: config.logs.retentionDays,
    }),
    vaultProblems({
      deployment, vaultLock: config.backup.lock,
      restoreTest: { databaseSubnetGroupName: "db", databaseSecurityGroupId: "sg-1", dataKeyArn: keyArn, recordsKeyArn: keyArn, auditKeyArn: keyArn },
    }, { continuousDays: 35, copyDays: 35, coldAfterDays: undefined, airGapped: undefined, everyHours: config.backup.everyHours, monthlyDays: config.backup.monthlyRetentionDays }),
  ].flat();
}

/** Holds for every refusal: one head, one line a problem, no problem twice, nothing of the machinery. */
function oneMessage(raw: RawConfig): void {
  const message = refusalOf(raw);
  if (message === undefined) {
    return;
  }
  const [head, ...lines] = message.split("\n");
  expect(head).toBe(`Pulumi.dev.yaml: ${lines.length === 1 ? "1 value" : `${String(lines.length)} values`} cannot be used; nothing was created.`);
  expect(lines.filter((line) => !/^ {2}- \S.* = .+: .+\. .+[^.]$/u.test(line))).toEqual([]);
  expect(new Set(lines).size).toBe(lines.length);
  expect(message).not.toMatch(/^\s+at |Invalid input|\.ts:\d/mu);
}

/** CIDR blocks, right and wrong, at the given addresses. */
function blocks(addresses: readonly string[], min: number, max: number): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...addresses), fc.integer({ min, max })).map(([address, prefix]) => `${address}/${String(prefix)}`);
}
