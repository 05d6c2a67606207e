import { DatabaseEngine, REQUEST_RATE, SERVERLESS_CLASS, THROTTLE, TOKEN_MINUTES } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";
import type { ConfigProblem } from "./config/relations.ts";
import { vcpus } from "./cost/cost-item.ts";
import { ASSUMED, peakUse } from "./daily-use.ts";
import { DrMode } from "./recovery-objectives.ts";

/** Something of which the stack must have enough. */
export interface Capacity {
  /** Field that decides, and its value. */
  readonly key: string;
  readonly value: unknown;
  readonly what: string;
  readonly needed: number;
  /** NaN where it is not known. */
  readonly has: number;
}

/** What AWS gives a new table on demand at once, in units a second; more comes with use. */
const NEW_TABLE = { reads: 12_000, writes: 4000 } as const;
/** Sign-ins and token requests a second of a user pool, as AWS's quotas start. */
const SIGN_IN_QUOTA = 120;
/** Connections of a NAT gateway to one destination. */
const NAT_CONNECTIONS = 55_000;
/** Bytes of memory for each connection that a database takes by its default parameters. */
const CONNECTION_BYTES = { postgres: 9_531_392, mysql: 12_582_880 } as const;
const MOST_CONNECTIONS = { postgres: 5000, mysql: 16_000 } as const;
const GIB = 2 ** 30;
/** GiB of a `large` class by the letters of its family; the other sizes are multiples. */
const LARGE_GIB: Readonly<Record<string, number>> = { t: 8, m: 8, r: 16, x: 32 };
const SIZES: Readonly<Record<string, number>> = { medium: 0.5, large: 1, xlarge: 2 };
/** Of a serverless class: GiB of a capacity unit, and the most units where none are given. */
const UNIT_GIB = 2;
const MOST_UNITS = { alone: 16, primary: 32 } as const;

/** What the people of `load.dailyUsers` need at their busiest, against what the configuration has (S4-01); nothing where it names none. */
export function capacities(config: PlatformConfig): readonly Capacity[] {
  const { api, cluster, database, identity, load, network } = config;
  const { dailyUsers } = load;
  if (dailyUsers === undefined) {
    return [];
  }
  const use = peakUse(dailyUsers, identity?.tokenMinutes ?? TOKEN_MINUTES);
  const byUsers = { key: "load.dailyUsers", value: dailyUsers } as const;
  const gateways = network.natGateways === "None" ? 0 : 1;
  return [
    ...(identity === undefined ? [] : [
      entry("api.throttle.ratePerSecond", api.throttle.ratePerSecond ?? THROTTLE.ratePerSecond, use.requests, "requests a second, all callers together"),
      entry("api.throttle.burst", api.throttle.burst ?? THROTTLE.burst, use.requests, "requests at once above the rate"),
      entry("api.requestsPerFiveMinutes", api.requestsPerFiveMinutes ?? REQUEST_RATE, use.requestsOfAddress, "requests of one address within five minutes"),
      { ...byUsers, has: SIGN_IN_QUOTA, needed: roundedUp(use.signIns), what: "sign-ins and renewed tokens a second, as AWS's quota starts" },
    ]),
    entry("cluster.nodes.maximum", cluster.nodes.maximum, nodesFor(use.pods, config), `nodes for ${String(use.pods)} pods, twice as many during a release, when one zone is lost`),
    { key: "database.instanceClass", value: database.instanceClass, has: connectionsOf(config), needed: use.databaseConnections, what: "connections to the database" },
    { ...byUsers, has: NEW_TABLE.reads, needed: roundedUp(use.readUnits), what: "read units a second of a new table" },
    { ...byUsers, has: NEW_TABLE.writes, needed: roundedUp(use.writeUnits), what: "write units a second of a new table" },
    ...(network.outboundCidrs.length === 0 ? [] : [{ key: "network.natGateways", value: network.natGateways, has: gateways * NAT_CONNECTIONS, needed: roundedUp(use.outboundConnections), what: "connections to one partner through one NAT gateway" }]),
  ];
}

/** A field that is itself the limit. */
function entry(key: string, has: number, needed: number, what: string): Capacity {
  return { key, value: has, has, needed: roundedUp(needed), what };
}

/** What the configuration is too small for. */
export function capacityProblems(config: PlatformConfig): readonly ConfigProblem[] {
  return capacities(config).filter(({ needed, has }) => has < needed).map(({ key, value, what, needed, has }) => ({
    key, value,
    advice: `enough for ${String(config.load.dailyUsers)} people a day (load.dailyUsers), who need ${String(needed)} ${what}; there are ${String(Math.floor(has))}. `
      + `${key === "load.dailyUsers" ? "Ask AWS for more before they come, and lower it until then" : "Raise it, or lower load.dailyUsers"}; docs/capacity.md has the arithmetic`,
  }));
}

/** Up to the next whole one; a binary fraction above a whole one is none. */
function roundedUp(needed: number): number {
  return Math.ceil(needed - 1e-9);
}

/** Nodes of the smallest type that hold a release of so many pods, with as many again as the lost zone had. */
function nodesFor(pods: number, { cluster: { nodes }, network: { zones } }: PlatformConfig): number {
  const smallest = Math.min(...nodes.instanceTypes.map(vcpus));
  const podsPerNode = Math.max(1, Math.floor((smallest - ASSUMED.nodeVcpus.value) / ASSUMED.podVcpus.value));
  const left = Math.ceil(pods * ASSUMED.rollout.value / podsPerNode);
  return Math.ceil(left * zones.length / (zones.length - 1));
}

/** Connections that the database takes by its class, with the engine's default parameters. */
export function connectionsOf({ database, dr }: Pick<PlatformConfig, "database" | "dr">): number {
  const dialect = database.engine === DatabaseEngine.Mysql ? "mysql" : "postgres";
  const units = database.capacity?.maximumUnits ?? (dr.mode === DrMode.Backup ? MOST_UNITS.alone : MOST_UNITS.primary);
  const memory = (database.instanceClass === SERVERLESS_CLASS ? units * UNIT_GIB : memoryOf(database.instanceClass)) * GIB;
  return Math.min(Math.floor(memory * ASSUMED.databaseMemory.value / CONNECTION_BYTES[dialect]), MOST_CONNECTIONS[dialect]);
}

/** GiB of a class such as `db.m7g.2xlarge`; NaN where the family is not known here. */
function memoryOf(instanceClass: string): number {
  const [, family = "", size = ""] = instanceClass.split(".");
  const large = LARGE_GIB[family.charAt(0)] ?? Number.NaN;
  return large * (SIZES[size] ?? 2 * Number(/^(\d+)xlarge$/u.exec(size)?.[1] ?? Number.NaN));
}
