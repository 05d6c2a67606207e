import { describe, expect, test } from "vitest";
import { changed, problemsOf, refusalOf, stackFile } from "./stack-files.ts";

const dev = stackFile("dev");
const prod = stackFile("prod");
const TODAY = new Date("2026-11-22T23:00:00Z");
const CHECK = { codePath: "test/fixtures/compliance-check" };
const WAIVER = { reason: "Synthetic data only until the audit", ticket: "SEC-12", expires: "2026-11-22" };
const SHORT = { "audit.retentionDays": 365, "audit.objectLock.days": 365 };

/** Changes of the dev stack that are well formed one by one and cannot stand together, with the lines of the refusal. */
const CONTRADICTIONS: readonly (readonly [what: string, changes: Readonly<Record<string, unknown>>, lines: readonly string[]])[] = [
  ["the recovery region is the primary one", { "dr.region": "us-east-1" }, [
    'hipaa-platform:dr.region = "us-east-1": a region other than aws:region (us-east-1). Choose one far enough not to share its disasters, such as us-west-2',
  ]],
  ["the network is too small for its subnets", { "network.cidr": "10.0.0.0/26" }, [
    'hipaa-platform:network.cidr = "10.0.0.0/26": /16 to /20 where subnets are laid out (public, private, isolated): they are a 256th of it, and AWS takes none below /28. Give a larger range, or the CIDRs of these tiers',
  ]],
  ["the network has public addresses", { "network.cidr": "8.8.0.0/16" }, [
    'hipaa-platform:network.cidr = "8.8.0.0/16": a range within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16. Take private addresses (RFC 1918)',
  ]],
  ["a zone is in another region", { "network.zones": ["us-east-1a", "us-west-2b"] }, [
    'hipaa-platform:network.zones[1] = "us-west-2b": a zone of the deployment\'s region us-east-1. Name one such as us-east-1a',
  ]],
  ["there is one zone", { "network.zones": ["us-east-1a"] }, [
    'hipaa-platform:network.zones = ["us-east-1a"]: 2 to 4 availability zones (S4-09, S4-100). Name them, such as ["us-east-1a", "us-east-1b"]',
  ]],
  ["a zone is named twice", { "network.zones": ["us-east-1a", "us-east-1a"] }, [
    'hipaa-platform:network.zones = ["us-east-1a","us-east-1a"]: each zone once. Leave the second mention out',
  ]],
  ["wider policies are given without need", { iam: { widerPolicies: { "hipaa-dev-network-flow-logs": "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy" } } }, [
    'hipaa-platform:iam.widerPolicies = {"hipaa-dev-network-flow-logs":"arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"}: nothing unless iam.managedOnly is true: the platform\'s own policies are narrower. Remove it, or set iam.managedOnly to true',
  ]],
  ["a block is allowed twice", { "network.allowedCidrs": ["203.0.113.0/24", "203.0.113.0/24"] }, [
    'hipaa-platform:network.allowedCidrs = ["203.0.113.0/24","203.0.113.0/24"]: each block once. Leave the second mention out',
  ]],
  ["more nodes are wanted than allowed", { "cluster.nodes.desired": 5 }, [
    "hipaa-platform:cluster.nodes.desired = 5: from minimum (2) to maximum (4). Correct one of the three",
  ]],
  ["the most nodes are fewer than the fewest", { "cluster.nodes.minimum": 3, "cluster.nodes.desired": 3, "cluster.nodes.maximum": 2 }, [
    "hipaa-platform:cluster.nodes.desired = 3: from minimum (3) to maximum (2). Correct one of the three",
  ]],
  ["instance types need two images", { "cluster.nodes.instanceTypes": ["m7g.large", "m7i.large"] }, [
    'hipaa-platform:cluster.nodes.instanceTypes = ["m7g.large","m7i.large"]: types of one processor architecture, as a node group has one image. Take Graviton types (m7g) or others (m7i), not both',
  ]],
  ["storage has no room to grow", { "database.storageGiB": 100, "database.maximumStorageGiB": 110 }, [
    "hipaa-platform:database.maximumStorageGiB = 110: at least 111, a tenth above storageGiB (100), or RDS refuses it. Raise it",
  ]],
  ["logs are locked for longer than they are kept", { "audit.objectLock.days": 366 }, [
    "hipaa-platform:audit.objectLock.days = 366: at most audit.retentionDays (365): a locked log cannot expire. Lower it or raise the retention",
  ]],
  ["logs are archived when they are gone", { "audit.archiveAfterDays": 365 }, [
    "hipaa-platform:audit.archiveAfterDays = 365: less than audit.retentionDays (365): an expired log cannot be archived. Lower it or raise the retention",
  ]],
  ["backups cannot meet the objectives", { "dr.rpoMinutes": 15, "dr.rtoMinutes": 60 }, [
    "hipaa-platform:dr.rpoMinutes = 15: at least the 1560 minutes that the design attains: database, bucket, records table: 1560 minutes lost: copies of backups every 24 hours, restored into a region built anew. Raise it to 1560, or set dr.mode to pilotLight",
    "hipaa-platform:dr.rtoMinutes = 60: at least the 310 minutes that the design attains: database, bucket, records table: 303 minutes until it is back: copies of backups every 24 hours, restored into a region built anew. Raise it to 310, or set dr.mode to pilotLight",
  ]],
  ["replicas have no network", { "dr.mode": "pilotLight" }, [
    "hipaa-platform:dr.network = (missing): cidr and zones of a network in dr.region, which pilotLight keeps ready. Give both, or set dr.mode to backup",
  ]],
  ["the compliance check belongs to another stack", { "account": { managedHere: false }, "compliance": { check: CHECK } }, [
    'hipaa-platform:compliance.check = {"codePath":"test/fixtures/compliance-check"}: nothing where account.managedHere is false: the check is part of the stack that has AWS Config. Remove it here, and set it there',
  ]],
  ["the compliance check may not use the key of its topic", { "alerts.existingTopicArn": "arn:aws:sns:us-east-1:111122223333:alerts", "compliance": { check: CHECK } }, [
    "hipaa-platform:compliance.check.topicKeyAlias = (missing): the alias of the key of alerts.existingTopicArn, or results of the check reach nobody. Give it, alias/aws/sns for AWS's own key",
  ]],
  ["the compliance check names a key of a topic that is not named", { compliance: { check: { ...CHECK, topicKeyAlias: "alias/clinic" } } }, [
    'hipaa-platform:compliance.check.topicKeyAlias = "alias/clinic": nothing without alerts.existingTopicArn: the stack\'s own topics have the stack\'s own key. Remove it',
  ]],
  ["nothing runs that could take over at once", { "dr.mode": "warmStandby", "dr.network": { cidr: "10.1.0.0/16", zones: ["us-west-2a", "us-west-2b"] } }, [
    'hipaa-platform:dr.mode = "warmStandby": backup or pilotLight, unless database.engine is aurora-postgresql, whose secondary runs all the time. Choose one of the two, or that engine',
  ]],
  ["the class is none of Aurora's", { "database.engine": "aurora-postgresql", "database.instanceClass": "db.m7g.large" }, [
    expect.stringMatching(/^hipaa-platform:database\.instanceClass = "db\.m7g\.large": /u),
  ]],
  ["the recovery network is in the wrong region", { "dr.network": { cidr: "10.1.0.0/16", zones: ["us-east-1a", "us-east-1b"] } }, [
    'hipaa-platform:dr.network.zones = ["us-east-1a","us-east-1b"]: zones of dr.region (us-west-2). Name some such as us-west-2a',
  ]],
  ["the recovery network overlaps the first", { "dr.network": { cidr: "10.0.0.0/16", zones: ["us-west-2a", "us-west-2b"] } }, [
    'hipaa-platform:dr.network.cidr = "10.0.0.0/16": a range apart from cidrBlock = 10.0.0.0/16, or the two networks can never be connected. Give one of the two networks another range, such as 10.1.0.0/16',
  ]],
  ["Managed Grafana has no metrics to show", { "observability.managedGrafana": true, "observability.prometheus": false }, [
    "hipaa-platform:observability.managedGrafana = true: false where observability.prometheus is false: it shows the metrics of Prometheus. Leave prometheus out, or managedGrafana",
  ]],
  ["a third region is to be active", { "dr.activeRegion": "eu-west-1" }, [
    'hipaa-platform:dr.activeRegion = "eu-west-1": aws:region (us-east-1), or dr.region (us-west-2) once its replicas are promoted. Leave it out until a failover',
  ]],
  ["there is no replica to be active", { "dr.activeRegion": "us-west-2" }, [
    'hipaa-platform:dr.activeRegion = "us-west-2": aws:region where dr.mode is backup: there is no replica to promote. Restore from the copies instead',
  ]],
  ["partners are to be called without NAT", { "network.natGateways": "None", "network.outboundCidrs": ["203.0.113.0/24"] }, [
    'hipaa-platform:network.outboundCidrs = ["203.0.113.0/24"]: none without NAT gateways, which are the only way out of the network. Leave it out, or set natStrategy to OnePerAz or Single',
  ]],
  ["pods run out of addresses", { "network.podCidr": "100.64.0.0/24" }, [
"hipaa-platform:cluster.nodes.maximum = 4: pod subnet 100.64.0.0/26 has 59 usable addresses, 256 are needed in a zone. Give fewer nodes or a larger range",
  ]],
  ["spot nodes take any pod", { "cluster.nodeGroups": [{ name: "reports", instanceTypes: ["m7g.large"], minimum: 0, maximum: 1, spot: true }] }, [
    "hipaa-platform:cluster.nodeGroups[0].taints = []: a taint NO_SCHEDULE or NO_EXECUTE for spot capacity, so that only pods that tolerate the loss get there. Add one, and tolerate it in the stateless workloads",
  ]],
  ["air-gapped copies outlive the vault's lock", { "backup.airGapped": { retentionDays: 401, confirmCompliance: true } }, [
    "hipaa-platform:backup.airGapped.retentionDays = 401: at most backup.lock.maximumDays (400), or every air-gapped job fails. Lower it or raise the lock's maximum",
  ]],
  ["air-gapped copies are not confirmed", { "backup.airGapped": { retentionDays: 35 } }, [
    "hipaa-platform:backup.airGapped.confirmCompliance = (missing): true, as an air-gapped vault is always under a COMPLIANCE lock, which nobody can lift before its time. Confirm that, or remove backup.airGapped",
  ]],
  ["monthly recovery points outlive the vault's lock", { "backup.monthlyRetentionDays": 401 }, [
    "hipaa-platform:backup.monthlyRetentionDays = 401: at most backup.lock.maximumDays (400), or every monthly job fails. Lower it or raise the lock's maximum",
  ]],
];

describe("a contradiction between fields", () => {
  test.each(CONTRADICTIONS)("%s", (_what, changes, lines) => {
    expect(problemsOf(changed(dev, changes))).toEqual(lines);
  });

  test("is found although other fields are malformed, and not reported of a malformed one", () => {
    const raw = changed(dev, { "aws:region": "nowhere", "dr.region": "nowhere", "network.zones": ["us-east-1a", "b"], "network.cidr": "10.0.0.0/26" });
    expect(problemsOf(raw).map((line) => line.split(":").slice(0, 2).join(":"))).toEqual([
      'aws:region = "nowhere"', 'hipaa-platform:network.zones[1] = "b"', 'hipaa-platform:dr.region = "nowhere"', 'hipaa-platform:network.cidr = "10.0.0.0/26"',
    ]);
  });

  test("does not judge zones by a region that cannot be read", () => {
    expect(problemsOf(changed(dev, { "aws:region": "nowhere", "network.zones": ["eu-west-1a", "eu-west-1b"] }))).toEqual([expect.stringContaining('aws:region = "nowhere"')]);
  });

  test("another recovery region than the primary's own is proposed", () => {
    const west = { "aws:region": "us-west-2", "network.zones": ["us-west-2a", "us-west-2b"] };
    expect(problemsOf(changed(dev, west))).toEqual([expect.stringContaining("such as us-east-1")]);
    expect(problemsOf(changed(dev, { ...west, "dr.region": "us-east-1" }))).toEqual([]);
  });

  test.each(["phiBucket.objectLock", "audit.objectLock", "backup.lock"])("%s is not for good before somebody confirms it (X-17)", (lock) => {
    const advice = "true, as nobody, AWS included, can lift a COMPLIANCE lock before its time. Confirm that, or set mode to GOVERNANCE";
    const strict = { [`${lock}.mode`]: "COMPLIANCE" };
    expect(problemsOf(changed(dev, strict))).toEqual([`hipaa-platform:${lock}.confirmCompliance = (missing): ${advice}`]);
    expect(problemsOf(changed(dev, { ...strict, [`${lock}.confirmCompliance`]: false }))).toEqual([`hipaa-platform:${lock}.confirmCompliance = false: ${advice}`]);
    expect(problemsOf(changed(dev, { ...strict, [`${lock}.confirmCompliance`]: "yes" }))).toEqual([expect.stringContaining('confirmCompliance = "yes": true or false')]);
    expect(problemsOf(changed(dev, { ...strict, [`${lock}.confirmCompliance`]: true }))).toEqual([]);
  });
});

describe("the retention of audit logs in Production", () => {
  const floor = "hipaa-platform:audit.retentionDays = 365: at least 2192 days in Production, the six years of 45 CFR 164.316(b)(2)(i). Raise it, or set audit.retentionWaiver with reason, ticket and expires";

  test("is six years (X-01)", () => {
    expect(problemsOf(changed(prod, SHORT))).toEqual([floor]);
    expect(problemsOf(changed(prod, { "audit.retentionDays": 2191, "audit.objectLock.days": 1 }))).toEqual([floor.replace("365", "2191")]);
    expect(problemsOf(changed(prod, { "audit.retentionDays": 2192 }))).toEqual([]);
  });

  test("may be a year elsewhere", () => {
    expect(problemsOf(changed(prod, { ...SHORT, environment: "Staging" }))).toEqual([]);
  });

  test("may be shorter under a waiver, to the end of its last day", () => {
    const waived = changed(prod, { ...SHORT, "audit.retentionWaiver": WAIVER });
    expect(refusalOf(waived, { today: TODAY })).toBeUndefined();
    expect(problemsOf(waived, { today: new Date("2026-11-23T00:00:00Z") })).toEqual([
      'hipaa-platform:audit.retentionWaiver.expires = "2026-11-22": a day that is not over; today is 2026-11-23. Raise audit.retentionDays and remove the waiver, or have it approved again',
    ]);
  });

  test("expired waivers are refused by the day on which the program runs", () => {
    const waived = changed(prod, { ...SHORT, "audit.retentionWaiver": WAIVER });
    expect(problemsOf(changed(waived, { "audit.retentionWaiver.expires": "2020-01-01" }))).toEqual([expect.stringContaining('expires = "2020-01-01": a day that is not over')]);
    expect(problemsOf(changed(waived, { "audit.retentionWaiver.expires": "9999-12-31" }))).toEqual([]);
  });

  test("a waiver that cannot be read is the only problem", () => {
    for (const broken of [5, null, { ...WAIVER, reason: "no" }]) {
      const lines = problemsOf(changed(prod, { ...SHORT, "audit.retentionWaiver": broken }), { today: TODAY });
      expect(lines).toEqual([expect.stringContaining("hipaa-platform:audit.retentionWaiver")]);
    }
  });
});
