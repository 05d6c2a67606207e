import type * as pulumi from "@pulumi/pulumi";
import { RecordsScope } from "../lib/records-scopes.ts";

/** Methods of the API. */
export const HttpMethod = {
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Delete: "DELETE",
} as const;
export type HttpMethod = (typeof HttpMethod)[keyof typeof HttpMethod];

/** One operation of the API. */
export interface ApiRoute {
  readonly method: HttpMethod;
  /** Such as `/patients/{patientId}`; the part in braces is a parameter, which callers must give. */
  readonly path: string;
  /** Scope that the caller's access token must have. */
  readonly scope: RecordsScope;
  /**
   * Name of the model that the body must match.
   * @default no body is looked at
   */
  readonly requestModel?: string;
  /**
   * Function that answers.
   * @default the load balancer in front of the cluster
   */
  readonly functionArn?: pulumi.Input<string>;
}

/** Operations on patient records (S3-01 to S3-03), one record at a time: nobody lists patients. */
export const RECORDS_ROUTES: readonly ApiRoute[] = [
  { method: HttpMethod.Post, path: "/patients", scope: RecordsScope.Write, requestModel: "PatientRecord" },
  { method: HttpMethod.Get, path: "/patients/{patientId}", scope: RecordsScope.Read },
  { method: HttpMethod.Put, path: "/patients/{patientId}", scope: RecordsScope.Write, requestModel: "PatientRecordChange" },
  { method: HttpMethod.Delete, path: "/patients/{patientId}", scope: RecordsScope.Delete },
];

/** One part of the API's paths. */
export interface PathNode {
  readonly path: string;
  /** Path of the part before; undefined for the first. */
  readonly parent: string | undefined;
  readonly part: string;
  /** Part of logical names, such as `patients-patientId`. */
  readonly key: string;
}

/** Every part of the routes' paths, once, parents first. */
export function pathNodes(routes: readonly ApiRoute[]): readonly PathNode[] {
  const nodes = new Map<string, PathNode>();
  for (const { path } of routes) {
    const parts = path.split("/").slice(1);
    for (const [index, part] of parts.entries()) {
      const own = `/${parts.slice(0, index + 1).join("/")}`;
      nodes.set(own, { path: own, parent: index === 0 ? undefined : `/${parts.slice(0, index).join("/")}`, part, key: pathKey(own) });
    }
  }
  return [...nodes.values()];
}

/** Part of the logical names of a route's resources. */
export function routeKey({ method, path }: ApiRoute): string {
  return `${method.toLowerCase()}-${pathKey(path)}`;
}

/** Names of the parameters in a path. */
export function pathParameters(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].flatMap(([, parameter]) => parameter ?? []);
}

/** A path in which any value stands for each parameter, as ARNs of methods want it. */
export function pathPattern(path: string): string {
  return path.replaceAll(/\{\w+\}/gu, "*");
}

function pathKey(path: string): string {
  return path.slice(1).replaceAll(/[{}]/gu, "").replaceAll("/", "-");
}
