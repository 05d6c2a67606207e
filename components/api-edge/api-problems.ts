import { bucketNameProblems } from "../lib/bucket-problems.ts";
import { closedSetProblems } from "../lib/closed-set.ts";
import { countryProblems, DEFAULT_COUNTRIES, rateProblems, REQUEST_RATE } from "../lib/firewall-rules.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import type { Problem } from "../lib/problems.ts";
import { RecordsScope } from "../lib/records-scopes.ts";
import type { ApiEdgeArgs } from "./api-edge.ts";
import { type ApiModel, RECORDS_MODELS } from "./api-models.ts";
import { apiNames } from "./api-names.ts";
import { API_POLICY_LIMIT, apiPolicy } from "./api-policy.ts";
import { type ApiRoute, HttpMethod, pathNodes, RECORDS_ROUTES, routeKey } from "./api-routes.ts";
import { type ApiBackend, type ApiDomain, type ApiThrottle, THROTTLE } from "./api-settings.ts";

/** What the arguments come to once the defaults are filled in. */
export interface FilledApi {
  readonly routes: readonly ApiRoute[];
  readonly models: readonly ApiModel[];
  readonly allowedCidrs: readonly string[];
  readonly countries: readonly string[];
  readonly requestsPerFiveMinutes: number;
  readonly logRetentionDays: number;
}

/** The arguments as far as they can be wrong: a component's own, or those that a stack would give it. */
export type ApiRequest = Omit<ApiEdgeArgs, "userPoolArn" | "logsKeyArn">;

export function filledApi({ routes, models, allowedCidrs, countries, requestsPerFiveMinutes, logRetentionDays }: ApiRequest): FilledApi {
  return {
    routes: routes ?? RECORDS_ROUTES,
    models: models ?? RECORDS_MODELS,
    allowedCidrs: allowedCidrs ?? [],
    countries: countries ?? DEFAULT_COUNTRIES,
    requestsPerFiveMinutes: requestsPerFiveMinutes ?? REQUEST_RATE,
    logRetentionDays: logRetentionDays ?? 365,
  };
}

/** Everything that is wrong with the arguments, before anything is created. */
export function apiProblems(args: ApiRequest, filled: FilledApi = filledApi(args)): readonly Problem[] {
  const { deployment, backend, domain } = args;
  const names = apiNames(deployment);
  return [
    ...routeProblems(filled.routes, filled.models, backend !== undefined),
    ...filled.models.flatMap(({ name, schema }, index) => modelProblems(`models[${String(index)}]`, name, schema)),
    ...filled.allowedCidrs.flatMap((cidr, index) => (/^\d{1,3}(?:\.\d{1,3}){3}\/(?:[1-9]|[12]\d|3[0-2])$/u.test(cidr) ? [] : [{
      argument: `allowedCidrs[${String(index)}]`, value: cidr, allowed: "an IPv4 range from /1 to /32", change: "Leave allowedCidrs out to let any address in that has a token",
    }])),
    ...policyProblems(apiPolicy(deployment, filled.routes, filled.allowedCidrs).length),
    ...countryProblems("countries", filled.countries),
    ...rateProblems("requestsPerFiveMinutes", filled.requestsPerFiveMinutes),
    ...logRetentionProblems("logRetentionDays", filled.logRetentionDays),
    ...throttleProblems(args.throttle ?? {}),
    ...(backend === undefined ? [] : backendProblems(backend, deployment.region)),
    ...(domain === undefined ? [] : apiDomainProblems(domain, deployment.region)),
    ...bucketNameProblems(deployment.prefix, [names.balancerLogBucket, names.accessLogBucket]),
  ];
}

/** What is wrong with a domain of the API; the stack's configuration asks the same. */
export function apiDomainProblems({ name, certificateArn }: ApiDomain, region: string): readonly Problem[] {
  return [
    ...(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u.test(name) ? [] : [{ argument: "domain.name", value: name, allowed: "a domain name in lower case, such as api.example.org", change: "Give such a name" }]),
    ...certificateProblems("domain.certificateArn", certificateArn, region),
  ];
}

/** What is wrong with the throttle; the stack's configuration asks the same. */
export function throttleProblems({ ratePerSecond = THROTTLE.ratePerSecond, burst = THROTTLE.burst }: ApiThrottle): readonly Problem[] {
  return [
    ...wholeNumber("throttle.ratePerSecond", ratePerSecond, 1, 10_000, "Leave it out for 100"),
    ...wholeNumber("throttle.burst", burst, 1, 5000, "Leave it out for 200"),
  ];
}

function routeProblems(routes: readonly ApiRoute[], models: readonly ApiModel[], hasBackend: boolean): readonly Problem[] {
  if (routes.length === 0) {
    return [{ argument: "routes", value: routes, allowed: "at least one route: API Gateway serves no API without methods", change: "Leave it out for the records API" }];
  }
  const keys = routes.map(routeKey);
  const siblings = pathNodes(routes).map(({ parent, part }) => ({ parent, part }));
  return routes.flatMap((route, index): readonly Problem[] => {
    const argument = `routes[${String(index)}]`;
    const shown = `${route.method} ${route.path}`;
    const clash = pathNodes([route]).find(({ parent, part }) => part.startsWith("{") && siblings.some((other) => other.parent === parent && other.part !== part && other.part.startsWith("{")));
    return [
      ...closedSetProblems(`${argument}.method`, route.method, HttpMethod),
      ...closedSetProblems(`${argument}.scope`, route.scope, RecordsScope),
      ...(/^(?:\/(?:[a-z0-9][a-z0-9-]*|\{[A-Za-z]\w*\}))+$/u.test(route.path) ? [] : [{
        argument: `${argument}.path`, value: route.path, allowed: "parts of a-z, 0-9 and -, or a parameter in braces, each after /", change: "Write it like /patients/{patientId}",
      }]),
      ...(keys.indexOf(routeKey(route)) === index ? [] : [{ argument, value: shown, allowed: "each method of a path once", change: "Remove one" }]),
      ...(clash === undefined ? [] : [{ argument: `${argument}.path`, value: route.path, allowed: "one name for the parameter at a place", change: "Use the same name in every route" }]),
      ...(route.requestModel === undefined || models.some(({ name }) => name === route.requestModel) ? [] : [{
        argument: `${argument}.requestModel`, value: route.requestModel, allowed: `one of ${models.map(({ name }) => name).join(", ")}`, change: "Add the model to models",
      }]),
      ...(route.functionArn !== undefined || hasBackend ? [] : [{
        argument: `${argument}.functionArn`, value: null, allowed: "a function, or a backend for routes without one; nothing would answer", change: `Give functionArn of ${shown}, or backend`,
      }]),
    ];
  });
}

function modelProblems(argument: string, name: string, schema: string): readonly Problem[] {
  return [
    ...(/^[A-Za-z0-9]+$/u.test(name) ? [] : [{ argument: `${argument}.name`, value: name, allowed: "letters and digits", change: "Rename it" }]),
    ...(isObject(schema) ? [] : [{ argument: `${argument}.schema`, value: schema, allowed: "a JSON schema as text", change: "Correct the JSON" }]),
  ];
}

function policyProblems(length: number): readonly Problem[] {
  return length <= API_POLICY_LIMIT ? [] : [{
    argument: "routes, allowedCidrs", value: length, allowed: `API Gateway takes resource policies of ${String(API_POLICY_LIMIT)} characters`, change: "Use fewer routes or ranges",
  }];
}

function backendProblems({ port = 8443, hostName, certificateArn, healthCheckPath = "/healthz", subnetIds }: ApiBackend, region: string): readonly Problem[] {
  return [
    ...(subnetIds.length >= 2 ? [] : [{ argument: "backend.subnetIds", value: subnetIds.length, allowed: "subnets in two zones or more, so that one may fail", change: "Give the private subnets of each zone" }]),
    ...wholeNumber("backend.port", port, 1024, 65_535, "Leave it out for 8443"),
    ...(healthCheckPath.startsWith("/") ? [] : [{ argument: "backend.healthCheckPath", value: healthCheckPath, allowed: "a path that starts with /", change: "Leave it out for /healthz" }]),
    ...(hostName === undefined || /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u.test(hostName) ? [] : [{ argument: "backend.hostName", value: hostName, allowed: "a domain name in lower case", change: "Give the name in the certificate" }]),
    ...(certificateArn === undefined ? [] : certificateProblems("backend.certificateArn", certificateArn, region)),
    ...(certificateArn === undefined || hostName !== undefined ? [] : [{ argument: "backend.hostName", value: null, allowed: "the name in the certificate, which API Gateway checks", change: "Give it beside certificateArn" }]),
  ];
}

function certificateProblems(argument: string, arn: string, region: string): readonly Problem[] {
  return new RegExp(`^arn:[^:]+:acm:${region}:`, "u").test(arn) ? [] : [{ argument, value: arn, allowed: `a certificate of ACM in ${region}`, change: "Request the certificate there" }];
}

function wholeNumber(argument: string, value: number, least: number, most: number, change: string): readonly Problem[] {
  return Number.isInteger(value) && value >= least && value <= most ? [] : [{ argument, value, allowed: `whole numbers from ${String(least)} to ${String(most)}`, change }];
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
