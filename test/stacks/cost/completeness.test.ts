import { beforeAll, describe, expect, test } from "vitest";
import type { CostItem } from "../../../stacks/cost/cost-item.ts";
import { Part, piecesOf, type Pieces } from "../../../stacks/cost/pieces.ts";
import { type ComponentCost, platformCost } from "../../../stacks/cost/platform-cost.ts";
import { PRICES } from "../../../stacks/cost/prices.ts";
import { recoveryCost } from "../../../stacks/cost/recovery-cost.ts";
import { SERVERLESS_PIECES, serverlessCost } from "../../../stacks/cost/serverless-cost.ts";
import { DrMode } from "../../../stacks/recovery-objectives.ts";
import type { Recorded } from "../../support/pulumi-mocks.ts";
import { changed, parsed, type RawConfig, stackFile } from "../stack-files.ts";
import { BILLED, UNBILLED } from "./billed-types.ts";
import { recordedPlatform, recordedServerless } from "./recorded-platform.ts";
import { REFERENCE } from "./reference-load.ts";

const CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/1";
const DOMAIN = { certificateArn: CERTIFICATE, hostedZoneId: "Z0123456789" };

/** The stacks' own files, a stack with everything that a configuration can ask for, and one with as little as possible, in regions of its own. */
const STACKS: Readonly<Record<string, RawConfig>> = {
  dev: stackFile("dev"),
  prod: stackFile("prod"),
  everything: changed(stackFile("prod"), {
    "api": { domain: { name: "api.example.org", ...DOMAIN } }, "site": { domain: "app.example.org", ...DOMAIN }, "observability.canary": true, "observability.managedGrafana": true, "database.proxy": true, "network.acls": true,
    "account": { breakGlassUserArns: ["arn:aws:iam::111122223333:user/emergency"] }, "alerts.slack": { channelId: "C0123456789", secretName: "slack" }, "alerts.pagerDuty": { secretName: "pagerduty" },
    "compliance": { check: { codePath: "test/fixtures/compliance-check" } }, "dr.mode": "warmStandby", "database.engine": "aurora-postgresql", "database.instanceClass": "db.r7g.large", "network.zones": ["us-east-1a", "us-east-1b", "us-east-1c"], "budget": undefined,
    "cluster.access": [{ name: "team", roleArn: "arn:aws:iam::111122223333:role/team", role: "view" }],
    "cluster.nodeGroups": [{ name: "batch", instanceTypes: ["m7g.xlarge"], minimum: 2, maximum: 4, spot: true, taints: [{ key: "batch", effect: "NO_SCHEDULE" }] }],
  }),
  least: changed(stackFile("dev"), {
    "identity": undefined, "accessHost": undefined, "delivery": undefined, "account": { managedHere: false }, "observability.prometheus": false, "network.natGateways": "None",
    "aws:region": "us-west-1", "network.zones": ["us-west-1a", "us-west-1c"], "audit.trailToCloudWatch": false,
  }),
};

interface Estimated {
  readonly resources: readonly Recorded[];
  readonly costs: readonly ComponentCost[];
  readonly pieces: ReadonlyMap<Part, Pieces>;
}

const made = new Map<string, Estimated>();
const UNBILLED_TYPES = new Set(Object.values(UNBILLED).flat());

beforeAll(async () => {
  for (const [name, raw] of Object.entries(STACKS)) {
    const config = parsed(raw);
    made.set(name, { resources: await recordedPlatform(raw), costs: platformCost(config), pieces: piecesOf(config) });
  }
}, 400_000);

/*
 * Proves that whatever a stack registers is in its estimate, and that what AWS bills by the piece is
 * counted rightly in each part. Does not prove the prices, nor what is assumed of the use.
 */
describe.each(Object.keys(STACKS))("the estimate of %s", (name) => {
  const stack = (): Estimated => made.get(name) ?? { resources: [], costs: [], pieces: new Map() };

  test("prices every type of resource, or says why it costs nothing", () => {
    const types = typesOf(stack());
    expect(types.size).toBeGreaterThan(50);
    expect([...types].filter((type) => BILLED[type] === undefined && !UNBILLED_TYPES.has(type))).toEqual([]);
    const prices = new Set(stack().costs.flatMap(({ items }) => items.map(({ price }) => price)));
    expect([...types].flatMap((type) => (BILLED[type] ?? []).filter((price) => !prices.has(price)).map((price) => `${type}: ${price}`))).toEqual([]);
  });

  test.each(Object.entries(BY_THE_PIECE))("counts %s as each part registers them", (_what, { registered, estimated }) => {
    const registeredBy: Record<string, number> = {};
    for (const resource of stack().resources) {
      const part = partOf(resource, stack().resources);
      registeredBy[part] = (registeredBy[part] ?? 0) + registered(resource);
    }
    const estimatedBy = Object.fromEntries(stack().costs.map((cost) => [cost.component, estimated(cost, stack().pieces.get(Object.values(Part).find((part) => part === cost.component) ?? Part.KeyRing))]));
    expect(nonZero(estimatedBy)).toEqual(nonZero(registeredBy));
  });
});

test("no type is listed twice, or without being registered by any of these stacks", () => {
  const listed = [...Object.keys(BILLED), ...Object.values(UNBILLED).flat()];
  const registered = new Set([...made.values()].flatMap((stack) => [...typesOf(stack)]));
  expect(listed.filter((type, index) => listed.indexOf(type) !== index)).toEqual([]);
  expect(listed.filter((type) => !registered.has(type))).toEqual([]);
});

test("no price is in the file without an estimate that uses it", () => {
  const reference = { ...REFERENCE, aurora: true, databaseClass: "db.serverless", copiesOfReplicated: true };
  const items = [...made.values()].flatMap(({ costs }) => costs).concat(serverlessCost()).flatMap((cost) => cost.items).concat(Object.values(DrMode).flatMap((mode) => recoveryCost(mode, reference)));
  const used = new Set<string>(items.map(({ price }) => price));
  // Three dashboards are free, and no stack has a fourth.
  expect(Object.keys(PRICES).filter((price) => !used.has(price))).toEqual(["dashboard"]);
});

describe("the estimate of a serverless stack", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recordedServerless(stackFile("serverless"));
  }, 180_000);

  test("prices every type of resource, or says why it costs nothing", () => {
    const types = typesOf({ resources });
    expect(types.size).toBeGreaterThan(20);
    expect([...types].filter((type) => BILLED[type] === undefined && !UNBILLED_TYPES.has(type))).toEqual([]);
  });

  test("counts keys, alarms and dashboards as the stack registers them, and nothing that is billed by the piece besides", () => {
    const registered = (what: string): number => resources.reduce((sum, resource) => sum + (BY_THE_PIECE[what]?.registered(resource) ?? 0), 0);
    expect(registered("keys")).toBe(SERVERLESS_PIECES.keys);
    expect(registered("metrics that alarms watch")).toBe(SERVERLESS_PIECES.auditAlarms + SERVERLESS_PIECES.vaultAlarms + SERVERLESS_PIECES.tableAlarms);
    expect(registered("dashboards")).toBe(SERVERLESS_PIECES.dashboards);
    const besides = Object.keys(BY_THE_PIECE).filter((what) => !["keys", "metrics that alarms watch", "dashboards", "buckets", "roles", "stores whose restores are tested"].includes(what));
    expect(besides.filter((what) => registered(what) > 0)).toEqual([]);
  });
});

interface Piece {
  /** How many a resource is. */
  readonly registered: (resource: Recorded) => number;
  /** How many the estimate of a part has. */
  readonly estimated: (cost: ComponentCost, pieces: Pieces | undefined) => number;
}

/** What AWS bills by the piece. */
const BY_THE_PIECE: Readonly<Record<string, Piece>> = {
  "keys": { registered: ofType("aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"), estimated: quantityOf("kmsKey") },
  "NAT gateways": { registered: ofType("aws:ec2/natGateway:NatGateway"), estimated: quantityOf("natGateway") },
  "public addresses": { registered: ofType("aws:ec2/eip:Eip"), estimated: quantityOf("publicAddress") },
  "interface endpoints, once for each zone": {
    registered: ({ type, inputs }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint" && inputs["vpcEndpointType"] === "Interface" ? listOf(inputs["subnetIds"]).length : 0, estimated: quantityOf("interfaceEndpoint"),
  },
  "metrics that alarms watch": {
    registered: ({ type, inputs }) => type !== "aws:cloudwatch/metricAlarm:MetricAlarm" ? 0 : inputs["metricQueries"] === undefined ? 1 : listOf(inputs["metricQueries"]).filter((query) => "metric" in Object(query)).length,
    estimated: quantityOf("alarm"),
  },
  "metrics of filters that count from zero, and of replication": {
    registered: ({ type, inputs }) => type === "aws:s3/bucketReplicationConfig:BucketReplicationConfig" ? METRICS_OF_REPLICATION
      : type === "aws:cloudwatch/logMetricFilter:LogMetricFilter" && "defaultValue" in Object(inputs["metricTransformation"]) ? 1
        : type === "aws:ec2/instance:Instance" && inputs["monitoring"] === true ? METRICS_BY_THE_MINUTE : 0,
    estimated: quantityOf("metric"),
  },
  "secrets and their replicas": {
    registered: ({ type, inputs }) => type === "aws:secretsmanager/secret:Secret" ? 1 + listOf(inputs["replicas"]).length : inputs["manageMasterUserPassword"] === true ? 1 : 0, estimated: quantityOf("secret"),
  },
  "control planes": { registered: ofType("aws:eks/cluster:Cluster"), estimated: quantityOf("eksControlPlane") },
  "instances that run": {
    registered: ({ type, inputs }) => type === "aws:ec2/instance:Instance" ? 1 : type === "aws:eks/nodeGroup:NodeGroup" ? Number(Reflect.get(Object(inputs["scalingConfig"]), "desiredSize")) : 0,
    estimated: quantityOf("instance"),
  },
  "load balancers": { registered: ofType("aws:lb/loadBalancer:LoadBalancer"), estimated: quantityOf("loadBalancer") },
  "health checks": { registered: ofType("aws:route53/healthCheck:HealthCheck"), estimated: quantityOf("healthCheck") },
  "private zones": { registered: ofType("aws:route53/zone:Zone"), estimated: quantityOf("hostedZone") },
  "web ACLs": { registered: ofType("aws:wafv2/webAcl:WebAcl"), estimated: quantityOf("webAcl") },
  "their rules": { registered: ({ type, inputs }) => type === "aws:wafv2/webAcl:WebAcl" ? listOf(inputs["rules"]).length : 0, estimated: quantityOf("webAclRule") },
  "dashboards": { registered: ofType("aws:cloudwatch/dashboard:Dashboard"), estimated: (_cost, pieces) => pieces?.dashboards ?? 0 },
  "buckets": { registered: ofType("aws:s3/bucket:Bucket"), estimated: (_cost, pieces) => pieces?.buckets ?? 0 },
  "roles": { registered: ofType("aws:iam/role:Role"), estimated: (_cost, pieces) => pieces?.roles ?? 0 },
  "stores whose restores are tested": {
    // AWS Backup knows the operators' host as an instance, of which no restore is tested.
    registered: ({ type, inputs }) => type !== "aws:ec2/instance:Instance" && "BackupPlan" in Object(inputs["tags"]) ? 1 : 0, estimated: (_cost, pieces) => pieces?.restoreTests ?? 0,
  },
};

const METRICS_OF_REPLICATION = 4;
const METRICS_BY_THE_MINUTE = 7;

function typesOf({ resources }: Pick<Estimated, "resources">): ReadonlySet<string> {
  return new Set(resources.filter(({ type }) => type.startsWith("aws:")).map(({ type }) => type));
}

function ofType(...types: readonly string[]): Piece["registered"] {
  return ({ type }) => types.includes(type) ? 1 : 0;
}

function quantityOf(price: CostItem["price"]): Piece["estimated"] {
  return ({ items }) => items.filter((item) => item.price === price).reduce((sum, { quantity }) => sum + quantity, 0);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The line of the estimate that a resource belongs to: its component's, or the recovery region's. */
function partOf(resource: Recorded, resources: readonly Recorded[]): string {
  const [, , component = ""] = resource.type.split(":");
  if (resource.type.startsWith("hipaa:")) {
    return IN_RECOVERY.has(component) || resource.name.includes("-dr-") ? Part.RecoveryRegion : component;
  }
  const parent = resources.find(({ urn }) => urn === resource.parent);
  return parent === undefined ? "no component" : partOf(parent, resources);
}

/** Components that stand only where there is a second region. */
const IN_RECOVERY = new Set(["PhiReplica", "RegionFailover"]);

function nonZero(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}
