import * as z from "zod";
import { ClientType, DetectionService, HttpMethod, PostgresVersion, RecordsScope } from "../../components/index.ts";
import { amount, anyOf, certificateArn, choice, cidr, domain, group, hostedZoneId, listOf, oneOf, port, region, text, url, wholeNumber } from "./fields.ts";

/*
 * Fields that few stacks set. Where one is left out, the component's own default holds, so that none is
 * repeated here; advice names it.
 */

/** How a value gets into the configuration that nobody may read there. */
export const STORE_ENCRYPTED = "Store each with pulumi config set --secret --path clientSecrets.<name>";

const requestsPerFiveMinutes = wholeNumber(10, 2_000_000_000, "requests", "Of one address within five minutes, after which it is blocked; leave it out for 2000").exactOptional();

/** A name that points to what the stack makes. */
export const ownDomain = group({ name: domain, certificateArn, hostedZoneId: hostedZoneId.exactOptional() }).exactOptional();

const provider = {
  name: text(/^[\w-]{3,32}$/u, "3 to 32 letters, digits, _ and -", "Name the organization whose members sign in"),
  requiresMfa: choice("true once the provider asks everybody for a second factor; Cognito asks those who come from there for none"),
};

/** How people sign in, beside where sign-in returns to. */
export const identityOptions = {
  clientType: oneOf([ClientType.Public, ClientType.Confidential], "public runs on people's devices and is what there is where it is left out; confidential runs on a server and has a secret").exactOptional(),
  tokenMinutes: wholeNumber(5, 60, "minutes", "After which a token is worthless; leave it out for 15").exactOptional(),
  sessionHours: wholeNumber(1, 24, "hours", "After which everybody signs in again; leave it out for 8").exactOptional(),
  failedSignIns: wholeNumber(1, 10_000, "sign-ins", "Failures within five minutes that raise the alarm; leave it out for 10").exactOptional(),
  domain: ownDomain,
  mail: group({
    identityArn: text(/^arn:aws[a-z-]*:ses:[a-z0-9-]+:\d{12}:identity\/\S+$/u, "ARN of a verified identity of SES", "Verify the sender's domain in SES first"),
    from: text(/^(?:[^<>]+<[^\s@<>]+@[^\s@<>]+\.[a-z]+>|[^\s@<>]+@[^\s@<>]+\.[a-z]+)$/iu, "an address such as Clinic <no-reply@example.org>", "Give the sender that people see"),
  }).exactOptional(),
  samlProviders: anyOf(group({ ...provider, metadataUrl: url }), "providers", "Organizations whose members sign in with SAML 2.0"),
  oidcProviders: anyOf(group({
    ...provider, issuer: url, clientId: text(/^\S{1,256}$/u, "the client id that the provider gave", "Copy it from the provider"),
  }), "providers", "Organizations whose members sign in with OpenID Connect; clientSecrets has the secret of each"),
};

/** Secrets by the name of the OpenID Connect provider. A field of its own, as Pulumi makes all of a field secret. */
export const clientSecrets = z.record(
  z.string(), text(/^\S{1,2048}$/u, "the client secret that the provider gave", "Copy it from the provider"), { error: `secrets by the provider's name. ${STORE_ENCRYPTED}` },
).default({});

/** The API's limits, the way from it to the workloads, and its operations. */
export const apiOptions = {
  requestsPerFiveMinutes,
  throttle: group({
    ratePerSecond: wholeNumber(1, 10_000, "requests a second", "All callers together; leave it out for 100").exactOptional(),
    burst: wholeNumber(1, 5000, "requests", "At once above the rate; leave it out for 200").exactOptional(),
  }).prefault({}),
  backend: group({
    port: port(1024, "On which workloads end TLS; leave it out for 8443").exactOptional(),
    healthCheckPath: text(/^\/\S*$/u, "a path that starts with /", "Leave it out for /healthz").exactOptional(),
    hostName: domain.exactOptional(),
    certificateArn: certificateArn.exactOptional(),
  }).prefault({}),
  routes: anyOf(group({
    method: oneOf([HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete], "What the operation is called with"),
    path: text(/^(?:\/(?:[a-z0-9][a-z0-9-]*|\{[A-Za-z]\w*\}))+$/u, "a path such as /patients/{patientId}", "Parts of a-z, 0-9 and -, or a parameter in braces"),
    scope: oneOf([RecordsScope.Read, RecordsScope.Write, RecordsScope.Delete], "What the caller's token must allow"),
    requestModel: text(/^[A-Za-z0-9]+$/u, "name of one of models", "Leave it out where there is no body").exactOptional(),
  }), "operations", "Leave it out for those of the records API"),
  models: anyOf(group({
    name: text(/^[A-Za-z0-9]+$/u, "letters and digits", "Name the form of the body"),
    schema: z.record(z.string(), z.unknown(), { error: "a JSON schema of draft 4. Write it as a group" }),
  }), "models", "Leave it out for those of the records API"),
};

export const siteOptions = {
  requestsPerFiveMinutes,
  connectOrigins: anyOf(text(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/u, "an origin such as https://maps.example.org, without a path", "Leave the path out"), "origins", "What pages call beside the API and the sign-in page"),
};

export const detectionOptions = {
  moreRegions: anyOf(region, "regions", "Where nothing should run, and GuardDuty watches that nothing does"),
  macieSamplingPercent: wholeNumber(1, 100, "percent", "Share of the objects that Macie reads each month; leave it out for 10").exactOptional(),
  organizationServices: anyOf(
    oneOf([DetectionService.GuardDuty, DetectionService.SecurityHub, DetectionService.Macie, DetectionService.Inspector], "What the delegated administrator switches on"),
    "services", "Leave it out for all four, with administration organization",
  ),
};

export const observabilityOptions = {
  patientIdentifiers: anyOf(group({
    name: text(/^[\w-]{1,128}$/u, "1 to 128 letters, digits, _ and -", "Name the identifier as findings show it"),
    regex: text(/^.{1,200}$/u, "a regular expression of 1 to 200 characters", "Write it as in MRN-\\d{8}"),
  }), "identifiers", "Numbers of your own that logs must not show; at most 10"),
  tracing: group({
    samplingPercent: amount(100, "percent", "Share of requests that are traced; leave it out for 5").exactOptional(),
    slowMs: wholeNumber(1, 600_000, "milliseconds", "From which a request counts as slow; leave it out for 1000").exactOptional(),
  }).prefault({}),
  canaryEveryMinutes: wholeNumber(1, 60, "minutes", "Between two calls of the canary; leave it out for 5").exactOptional(),
  apiLatencyMs: wholeNumber(1, 600_000, "milliseconds", "That 99 of 100 requests may take; leave it out for 1000").exactOptional(),
  apiErrorPercent: amount(100, "percent", "Of requests that may fail on our side; leave it out for 1", 0.01).exactOptional(),
  databaseConnections: wholeNumber(5, 100_000, "connections", "That the database takes, of which four fifths raise the alarm; leave it out for 400").exactOptional(),
};

export const accessHostOptions = {
  instanceType: text(/^[a-z]+\d+[a-z-]*\.[a-z0-9-]+$/u, "an instance type such as t4g.micro", "Leave it out for t4g.micro").exactOptional(),
  imageId: text(/^ami-[0-9a-f]{8,17}$/u, "an image such as ami-0123456789abcdef0", "Leave it out for the newest Amazon Linux 2023").exactOptional(),
  idleMinutes: wholeNumber(1, 60, "minutes", "Without a key, after which a session ends; leave it out for 15").exactOptional(),
  longestMinutes: wholeNumber(1, 1440, "minutes", "After which a session ends in any case; leave it out for 60").exactOptional(),
};

export const accountOptions = {
  unusedAccessDays: wholeNumber(1, 365, "days", "After which a right that nobody used is reported; leave it out for 90").exactOptional(),
};

const place = (standard: string) => text(/^[^*?:\s]{1,255}$/u, "one name, without patterns and colons", `Leave it out for ${standard}`).exactOptional();

export const deliveryOptions = {
  repositoryId: text(/^\d{1,20}$/u, "the repository's number at GitHub, in quotes", "Look it up: gh api repos/<owner>/<name> --jq .id").exactOptional(),
  branch: place("main"),
  previewEnvironment: place("preview"),
  deployEnvironment: place("production"),
  keptImages: wholeNumber(50, 1000, "images", "The newest that each repository keeps; leave it out for 200").exactOptional(),
  existingProvider: choice("true where the account has GitHub as an identity provider already"),
};

export const iamOptions = {
  roleBoundaryArn: text(/^arn:aws[a-z-]*:iam::\d{12}:policy\/[\w+=,.@/-]+$/u, "ARN of a managed policy of an account", "Permissions boundary that every role of the stack then carries, and that pipelines must give to those they make").exactOptional(),
};

/** Every key of the stack. */
export const keys = group({
  administratorArns: anyOf(text(/^arn:aws[a-z-]*:iam::\d{12}:(?:role|user)\/\S+$/u, "ARN pattern of roles or users of IAM", "Who may administer keys; administration never includes use"), "patterns", "Leave it out for whoever the account's own policies let"),
}).prefault({});

const tier = (which: string) => listOf(cidr, "IPv4 block", `The ${which} subnet of each zone, in the order of zones`).exactOptional();

export const networkOptions = {
  publicCidrs: tier("public"),
  privateCidrs: tier("private"),
  isolatedCidrs: tier("isolated"),
  additionalEndpoints: anyOf(text(/^[a-z0-9][a-z0-9.-]*$/u, "a service of AWS such as sagemaker.runtime", "As in com.amazonaws.<region>.<service>"), "services", "What workloads call beside what the platform needs; 7 USD a month for each in each zone"),
};

export const databaseOptions = {
  postgresVersion: oneOf([PostgresVersion.V16, PostgresVersion.V17], "Leave it out for 17; put the version in quotes").exactOptional(),
  port: port(1150, "Leave it out for the engine's own").exactOptional(),
  capacity: group({
    minimumUnits: amount(256, "capacity units", "Of Aurora's db.serverless: the least"),
    maximumUnits: amount(256, "capacity units", "Of Aurora's db.serverless: the most, as the busiest hour needs"),
  }).exactOptional(),
};

export const nodeGroupOptions = {
  desired: wholeNumber(0, 450, "nodes", "At first; leave it out for minimum").exactOptional(),
  diskGiB: wholeNumber(20, 16_384, "GiB", "Leave it out for 50").exactOptional(),
  labels: z.record(z.string(), z.string({ error: "a value of Kubernetes. Put it in quotes" }), { error: "labels with their values. Pods choose the group by them" }).default({}),
};

/** Backups' terms. */
export const backupOptions = {
  continuousDays: wholeNumber(1, 35, "days", "Of recovery to any second; leave it out for 35").exactOptional(),
  copyRetentionDays: wholeNumber(1, 36_500, "days", "For which copies in dr.region are kept; leave it out for 35").exactOptional(),
  coldStorageAfterDays: wholeNumber(1, 36_500, "days", "After which monthly recovery points go to cold storage; leave it out for never").exactOptional(),
};
export const graceDays = wholeNumber(3, 36_500, "days", "In which a COMPLIANCE lock can still be taken back; leave it out for 3").exactOptional();
