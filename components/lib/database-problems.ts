import { closedSetProblems } from "./closed-set.ts";
import { capacityOfInstanceProblems, clusterProblems, type ClusterRequest } from "./database-cluster-problems.ts";
import { DatabaseEngine, type EngineChoice, PostgresVersion } from "./database-engine.ts";
import type { Problem } from "./problems.ts";

/** Bounds of gp3 storage on RDS, in GiB. */
const STORAGE = { least: 20, most: 65_536 } as const;
/** RDS refuses a ceiling less than this share above the storage it starts with. */
const HEADROOM = 1.1;

/** What a person may say of a database. */
export interface DatabaseRequest extends EngineChoice, ClusterRequest {}

/**
 * Everything that is wrong with the settings of a database. `zones`: of its subnets; `replicated`: a
 * cluster is part of a global database.
 */
export function databaseProblems(argument: string, request: DatabaseRequest, zones: readonly string[] | undefined, replicated: boolean): readonly Problem[] {
  const engine = request.engine ?? DatabaseEngine.Postgres;
  const engines = engineProblems(argument, request);
  return engine === DatabaseEngine.AuroraPostgres ? [...engines, ...clusterProblems(argument, request, zones, replicated)] : [
    ...instanceClassProblems(`${argument}.instanceClass`, request.instanceClass),
    ...engines,
    ...storageProblems(argument, request.storageGiB, request.maximumStorageGiB),
    ...capacityOfInstanceProblems(argument, engine, request.capacity),
  ];
}

/** An engine, version or port that RDS does not take, or a version of the engine that was not chosen. */
export function engineProblems(argument: string, choice: EngineChoice): readonly Problem[] {
  const engine = choice.engine ?? DatabaseEngine.Postgres;
  const engines = closedSetProblems(`${argument}.engine`, engine, DatabaseEngine);
  if (engines.length > 0) {
    return engines;
  }
  return [...versionProblems(`${argument}.postgresVersion`, choice.postgresVersion, engine), ...portProblems(`${argument}.port`, choice.port)];
}

/** A class that is none, or one too small for Performance Insights. */
function instanceClassProblems(argument: string, instanceClass: string): readonly Problem[] {
  if (!/^db\.[a-z0-9]+\.[a-z0-9]+$/u.test(instanceClass)) {
    return [{ argument, value: instanceClass, allowed: "an RDS class such as db.m7g.large", change: "Give a class of RDS" }];
  }
  return /\.(?:micro|small)$/u.test(instanceClass)
    ? [{ argument, value: instanceClass, allowed: "a class with Performance Insights, medium or larger", change: "Use db.t4g.medium where cost decides" }] : [];
}

/** Storage, and the ceiling up to which it grows, outside what RDS takes. */
function storageProblems(argument: string, storageGiB: number = Number.NaN, maximumStorageGiB: number = Number.NaN): readonly Problem[] {
  if (!Number.isInteger(storageGiB) || storageGiB < STORAGE.least || storageGiB > STORAGE.most) {
    return [{ argument: `${argument}.storageGiB`, value: storageGiB, allowed: `whole GiB from ${String(STORAGE.least)} to ${String(STORAGE.most)}`, change: "gp3 starts at 20" }];
  }
  return Number.isInteger(maximumStorageGiB) && maximumStorageGiB >= storageGiB * HEADROOM && maximumStorageGiB <= STORAGE.most ? [] : [{
    argument: `${argument}.maximumStorageGiB`, value: maximumStorageGiB,
    allowed: `whole GiB, at least 10 % above storageGiB (${String(storageGiB)}) and at most ${String(STORAGE.most)}`, change: "Raise it, so that storage can grow",
  }];
}

function versionProblems(argument: string, version: string | undefined, engine: DatabaseEngine): readonly Problem[] {
  const versions: readonly string[] = Object.values(PostgresVersion);
  if (version === undefined) {
    return [];
  }
  if (engine === DatabaseEngine.Mysql) {
    return [{ argument, value: version, allowed: `nothing, as the engine is ${engine}`, change: "Remove it, or choose the other engine" }];
  }
  return versions.includes(version) ? [] : [{
    argument, value: version, allowed: `a major version: ${versions.join(" or ")}; RDS keeps the minor version current`, change: "Leave it out for 17",
  }];
}

function portProblems(argument: string, port: number | undefined): readonly Problem[] {
  return port === undefined || (Number.isInteger(port) && port >= 1150 && port <= 65_535) ? [] : [{
    argument, value: port, allowed: "RDS takes ports from 1150 to 65535", change: "Leave it out for the engine's own",
  }];
}
