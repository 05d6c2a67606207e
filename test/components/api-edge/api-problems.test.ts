import { describe, expect, test } from "vitest";
import { ApiEdge, type ApiEdgeArgs, type ApiRoute } from "../../../components/api-edge/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { apiDomain, backend, deployment, edgeArguments } from "./edge-arguments.ts";

const read: ApiRoute = { method: "GET", path: "/patients/{patientId}", scope: "records.read" };
const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/records";

const REFUSED: readonly (readonly [string, Partial<ApiEdgeArgs>, string])[] = [
  ["no route", { routes: [] }, "routes = []: at least one route: API Gateway serves no API without methods. Leave it out for the records API"],
  ["a path that is none", { routes: [{ ...read, path: "patients" }] },
    'routes[0].path = "patients": parts of a-z, 0-9 and -, or a parameter in braces, each after /. Write it like /patients/{patientId}'],
  ["a path with everything below it", { routes: [{ ...read, path: "/{proxy+}" }] }, 'routes[0].path = "/{proxy+}": '],
  ["a route twice", { routes: [read, read] }, 'routes[1] = "GET /patients/{patientId}": each method of a path once. Remove one'],
  ["two names for one place", { routes: [read, { ...read, method: "PUT", path: "/patients/{id}" }] },
    'routes[0].path = "/patients/{patientId}": one name for the parameter at a place. Use the same name in every route'],
  ["a model that is not there", { routes: [{ ...read, requestModel: "Patient" }] },
    'routes[0].requestModel = "Patient": one of PatientRecord, PatientRecordChange. Add the model to models'],
  ["a model's name that API Gateway refuses", { models: [{ name: "patient-record", schema: "{}" }], routes: [read] }, 'models[0].name = "patient-record": letters and digits. Rename it'],
  ["a schema that is no JSON", { models: [{ name: "Patient", schema: "{" }], routes: [read] }, 'models[0].schema = "{": a JSON schema as text. Correct the JSON'],
  ["a range that is none", { allowedCidrs: ["203.0.113.7"] },
    'allowedCidrs[0] = "203.0.113.7": an IPv4 range from /1 to /32. Leave allowedCidrs out to let any address in that has a token'],
  ["the whole internet as a range", { allowedCidrs: ["0.0.0.0/0"] }, 'allowedCidrs[0] = "0.0.0.0/0": '],
  ["a policy longer than API Gateway takes", { allowedCidrs: Array.from({ length: 500 }, (_, index) => `10.${String(index % 256)}.${String(Math.floor(index / 256))}.0/24`) },
    "API Gateway takes resource policies of 8192 characters. Use fewer routes or ranges"],
  ["no country", { countries: [] }, "countries = []: at least one country, or nobody could call. Leave it out for the United States"],
  ["a country in full", { countries: ["USA"] }, 'countries[0] = "USA": two capital letters of ISO 3166-1, such as US. Use the country\'s code'],
  ["a rate that WAF does not take", { requestsPerFiveMinutes: 9 }, "requestsPerFiveMinutes = 9: WAF takes whole numbers from 10 to 2,000,000,000. Leave it out for 2,000"],
  ["a log retention that CloudWatch does not know", { logRetentionDays: 366 }, "logRetentionDays = 366: CloudWatch takes "],
  ["a throttle of nothing", { throttle: { ratePerSecond: 0 } }, "throttle.ratePerSecond = 0: whole numbers from 1 to 10000. Leave it out for 100"],
  ["a burst above the account's", { throttle: { burst: 5001 } }, "throttle.burst = 5001: whole numbers from 1 to 5000. Leave it out for 200"],
  ["a backend in one zone", { backend: { ...backend, subnetIds: ["subnet-a"] } }, "backend.subnetIds = 1: subnets in two zones or more, so that one may fail. Give the private subnets of each zone"],
  ["a privileged port", { backend: { ...backend, port: 443 } }, "backend.port = 443: whole numbers from 1024 to 65535. Leave it out for 8443"],
  ["a health check of no path", { backend: { ...backend, healthCheckPath: "healthz" } }, 'backend.healthCheckPath = "healthz": a path that starts with /. Leave it out for /healthz'],
  ["a host that is no name", { backend: { ...backend, hostName: "records_1" } }, 'backend.hostName = "records_1": a domain name in lower case. Give the name in the certificate'],
  ["a certificate without its name", { backend: { ...backend, certificateArn } }, "backend.hostName = null: the name in the certificate, which API Gateway checks. Give it beside certificateArn"],
  ["a backend's certificate in another region", { backend: { ...backend, hostName: "records.example.org", certificateArn: certificateArn.replace("us-east-1", "us-west-2") } },
    'backend.certificateArn = "arn:aws:acm:us-west-2:111122223333:certificate/records": a certificate of ACM in us-east-1. Request the certificate there'],
  ["a domain that is none", { domain: { ...apiDomain, name: "API" } }, 'domain.name = "API": a domain name in lower case, such as api.example.org. Give such a name'],
  ["a domain's certificate in another region", { domain: { ...apiDomain, certificateArn: "arn:aws:acm:us-west-2:111122223333:certificate/api" } }, "domain.certificateArn = "],
  ["a prefix that makes bucket names too long", { deployment: { ...deployment, prefix: "a-prefix-of-20-chars", region: "ap-southeast-5-zone" } }, "bucket names have at most 63 characters"],
];

describe("ApiEdge refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, changes, message) => {
    await expect(record(() => new ApiEdge("edge", { ...edgeArguments, ...changes }))).rejects.toThrow(message);
  });

  test("routes that nothing would answer, each", async () => {
    const { backend: _backend, ...withoutBackend } = edgeArguments;
    const refusal = await record(() => new ApiEdge("edge", withoutBackend)).then(() => "", String);
    expect(refusal).toContain("edge: 4 arguments cannot be used; nothing was created.");
    expect(refusal).toContain("routes[0].functionArn = null: a function, or a backend for routes without one; nothing would answer. Give functionArn of POST /patients, or backend");
  });

  test("methods and scopes outside their sets", async () => {
    const routes: ApiRoute[] = [{ ...read, ...JSON.parse('{"method":"ANY","scope":"everything"}') }];
    const refusal = await record(() => new ApiEdge("edge", { ...edgeArguments, routes })).then(() => "", String);
    expect(refusal).toContain('routes[0].method = "ANY": one of GET, POST, PUT, PATCH, DELETE. Take one of these');
    expect(refusal).toContain('routes[0].scope = "everything": one of records.read, records.write, records.delete. Take one of these');
  });
});
