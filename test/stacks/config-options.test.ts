import { describe, expect, test } from "vitest";
import { changed, parsed, problemsOf, refusalOf, stackFile } from "./stack-files.ts";

const dev = stackFile("dev");
const SIGN_IN = { callbackUrls: ["https://dev.example.org/signed-in"] };
const SITE = { domain: "app.example.org", certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1" };
const SAML = { name: "north", metadataUrl: "https://login.example.org/metadata", requiresMfa: true };
const OIDC = { name: "south", issuer: "https://login.example.org", clientId: "platform", requiresMfa: true };
const ROUTE = { method: "GET", path: "/visits/{visitId}", scope: "records.read" };
const CERTIFICATE = "arn:aws:acm:us-east-1:111122223333:certificate/1";
const GROUP = { name: "reports", instanceTypes: ["m7g.large"], minimum: 0, maximum: 3 };
const RATE = "a whole number of requests from 10 to 2000000000. Of one address within five minutes, after which it is blocked; leave it out for 2000";
const BLOCK = "an IPv4 block that starts at its own first address, such as 10.0.0.0/16. Give the block in CIDR notation";
const ONE_NAME = "one name, without patterns and colons. Leave it out for";
const INTRODUCED = "hipaa-platform:";

/** A field, a value that it cannot take, and the refusal's line after the project's name. */
const MALFORMED: readonly (readonly [field: string, value: unknown, line: string])[] = [
  ["network.publicCidrs", [], "network.publicCidrs = []: a list of at least one IPv4 block. The public subnet of each zone, in the order of zones"],
  ["network.privateCidrs", ["10.0.0.1/24"], `network.privateCidrs[0] = "10.0.0.1/24": ${BLOCK}`],
  ["network.isolatedCidrs", "10.0.0.0/24", 'network.isolatedCidrs = "10.0.0.0/24": a list of at least one IPv4 block. The isolated subnet of each zone, in the order of zones'],
  ["network.additionalEndpoints", ["SageMaker"], 'network.additionalEndpoints[0] = "SageMaker": a service of AWS such as sagemaker.runtime. As in com.amazonaws.<region>.<service>'],
  ["cluster.nodeGroups", [{ ...GROUP, desired: -1 }], "cluster.nodeGroups[0].desired = -1: a whole number of nodes from 0 to 450. At first; leave it out for minimum"],
  ["cluster.nodeGroups", [{ ...GROUP, diskGiB: 19 }], "cluster.nodeGroups[0].diskGiB = 19: a whole number of GiB from 20 to 16384. Leave it out for 50"],
  ["cluster.nodeGroups", [{ ...GROUP, labels: { team: 1 } }], "cluster.nodeGroups[0].labels.team = 1: a value of Kubernetes. Put it in quotes"],
  ["database.postgresVersion", 16, 'database.postgresVersion = 16: one of "16", "17". Leave it out for 17; put the version in quotes'],
  ["database.port", 80, "database.port = 80: a port from 1150 to 65535. Leave it out for the engine's own"],
  ["database.capacity", { minimumUnits: 300, maximumUnits: 8 }, "database.capacity.minimumUnits = 300: a number of capacity units from 0 to 256. Of Aurora's db.serverless: the least"],
  ["keys", { administratorArns: ["arn:aws:s3:::bucket"] }, 'keys.administratorArns[0] = "arn:aws:s3:::bucket": ARN pattern of roles or users of IAM. Who may administer keys; administration never includes use'],
  ["backup.continuousDays", 36, "backup.continuousDays = 36: a whole number of days from 1 to 35. Of recovery to any second; leave it out for 35"],
  ["backup.copyRetentionDays", 0, "backup.copyRetentionDays = 0: a whole number of days from 1 to 36500. For which copies in dr.region are kept; leave it out for 35"],
  ["backup.coldStorageAfterDays", 0, "backup.coldStorageAfterDays = 0: a whole number of days from 1 to 36500. After which monthly recovery points go to cold storage; leave it out for never"],
  ["backup.lock.graceDays", 2, "backup.lock.graceDays = 2: a whole number of days from 3 to 36500. In which a COMPLIANCE lock can still be taken back; leave it out for 3"],
  ["account", { unusedAccessDays: 366 }, "account.unusedAccessDays = 366: a whole number of days from 1 to 365. After which a right that nobody used is reported; leave it out for 90"],
  ["detection", { moreRegions: ["Ohio"] }, 'detection.moreRegions[0] = "Ohio": an AWS region such as us-east-1, outside China, GovCloud and isolated partitions. Give a region\'s code'],
  ["detection", { macieSamplingPercent: 0 }, "detection.macieSamplingPercent = 0: a whole number of percent from 1 to 100. Share of the objects that Macie reads each month; leave it out for 10"],
  ["detection", { organizationServices: ["waf"] }, 'detection.organizationServices[0] = "waf": one of "guardduty", "securityhub", "macie", "inspector". What the delegated administrator switches on'],
  ["observability.patientIdentifiers", [{ name: "a b", regex: "x" }], 'observability.patientIdentifiers[0].name = "a b": 1 to 128 letters, digits, _ and -. Name the identifier as findings show it'],
  ["observability.patientIdentifiers", [{ name: "mrn", regex: "" }], String.raw`observability.patientIdentifiers[0].regex = "": a regular expression of 1 to 200 characters. Write it as in MRN-\d{8}`],
  ["observability.tracing", { samplingPercent: 101 }, "observability.tracing.samplingPercent = 101: a number of percent from 0 to 100. Share of requests that are traced; leave it out for 5"],
  ["observability.tracing", { slowMs: 0 }, "observability.tracing.slowMs = 0: a whole number of milliseconds from 1 to 600000. From which a request counts as slow; leave it out for 1000"],
  ["observability.canaryEveryMinutes", 61, "observability.canaryEveryMinutes = 61: a whole number of minutes from 1 to 60. Between two calls of the canary; leave it out for 5"],
  ["observability.apiLatencyMs", "1s", 'observability.apiLatencyMs = "1s": a whole number of milliseconds from 1 to 600000. That 99 of 100 requests may take; leave it out for 1000'],
  ["observability.apiErrorPercent", 0, "observability.apiErrorPercent = 0: a number of percent from 0.01 to 100. Of requests that may fail on our side; leave it out for 1"],
  ["observability.databaseConnections", 4, "observability.databaseConnections = 4: a whole number of connections from 5 to 100000. That the database takes, of which four fifths raise the alarm; leave it out for 400"],
  ["identity.clientType", "secret", 'identity.clientType = "secret": one of "public", "confidential". public runs on people\'s devices and is what there is where it is left out; confidential runs on a server and has a secret'],
  ["identity.tokenMinutes", 4, "identity.tokenMinutes = 4: a whole number of minutes from 5 to 60. After which a token is worthless; leave it out for 15"],
  ["identity.sessionHours", 25, "identity.sessionHours = 25: a whole number of hours from 1 to 24. After which everybody signs in again; leave it out for 8"],
  ["identity.failedSignIns", 0, "identity.failedSignIns = 0: a whole number of sign-ins from 1 to 10000. Failures within five minutes that raise the alarm; leave it out for 10"],
  ["identity.domain", { name: "AUTH", certificateArn: CERTIFICATE }, 'identity.domain.name = "AUTH": a domain name such as api.example.org. Give it in lower case'],
  ["identity.mail", { identityArn: "example.org", from: "a@example.org" }, 'identity.mail.identityArn = "example.org": ARN of a verified identity of SES. Verify the sender\'s domain in SES first'],
  ["identity.mail", { identityArn: "arn:aws:ses:us-east-1:111122223333:identity/example.org", from: "Clinic" }, 'identity.mail.from = "Clinic": an address such as Clinic <no-reply@example.org>. Give the sender that people see'],
  ["identity.samlProviders", [{ ...SAML, name: "n" }], 'identity.samlProviders[0].name = "n": 3 to 32 letters, digits, _ and -. Name the organization whose members sign in'],
  ["identity.samlProviders", [{ ...SAML, metadataUrl: "http://x" }], 'identity.samlProviders[0].metadataUrl = "http://x": an address that starts with https://. Give the whole address'],
  ["identity.samlProviders", [{ ...SAML, requiresMfa: "yes" }], 'identity.samlProviders[0].requiresMfa = "yes": true or false. true once the provider asks everybody for a second factor; Cognito asks those who come from there for none'],
  ["identity.oidcProviders", [{ ...OIDC, issuer: "login" }], 'identity.oidcProviders[0].issuer = "login": an address that starts with https://. Give the whole address'],
  ["identity.oidcProviders", [{ ...OIDC, clientId: "" }], 'identity.oidcProviders[0].clientId = "": the client id that the provider gave. Copy it from the provider'],
  ["api", { requestsPerFiveMinutes: 9 }, `api.requestsPerFiveMinutes = 9: ${RATE}`],
  ["api", { throttle: { ratePerSecond: 0 } }, "api.throttle.ratePerSecond = 0: a whole number of requests a second from 1 to 10000. All callers together; leave it out for 100"],
  ["api", { throttle: { burst: 5001 } }, "api.throttle.burst = 5001: a whole number of requests from 1 to 5000. At once above the rate; leave it out for 200"],
  ["api", { backend: { port: 443 } }, "api.backend.port = 443: a port from 1024 to 65535. On which workloads end TLS; leave it out for 8443"],
  ["api", { backend: { healthCheckPath: "healthz" } }, 'api.backend.healthCheckPath = "healthz": a path that starts with /. Leave it out for /healthz'],
  ["api", { backend: { hostName: "Records" } }, 'api.backend.hostName = "Records": a domain name such as api.example.org. Give it in lower case'],
  ["api", { backend: { certificateArn: "mine" } }, 'api.backend.certificateArn = "mine": ARN of a certificate of ACM. Request one for the domain'],
  ["api", { routes: [{ ...ROUTE, method: "HEAD" }] }, 'api.routes[0].method = "HEAD": one of "GET", "POST", "PUT", "PATCH", "DELETE". What the operation is called with'],
  ["api", { routes: [{ ...ROUTE, path: "visits" }] }, 'api.routes[0].path = "visits": a path such as /patients/{patientId}. Parts of a-z, 0-9 and -, or a parameter in braces'],
  ["api", { routes: [{ ...ROUTE, scope: "all" }] }, 'api.routes[0].scope = "all": one of "records.read", "records.write", "records.delete". What the caller\'s token must allow'],
  ["api", { routes: [{ ...ROUTE, requestModel: "a b" }] }, 'api.routes[0].requestModel = "a b": name of one of models. Leave it out where there is no body'],
  ["api", { models: [{ name: "a b", schema: {} }] }, 'api.models[0].name = "a b": letters and digits. Name the form of the body'],
  ["api", { models: [{ name: "Visit", schema: "{}" }] }, 'api.models[0].schema = "{}": a JSON schema of draft 4. Write it as a group'],
  ["site", { ...SITE, requestsPerFiveMinutes: 1 }, `site.requestsPerFiveMinutes = 1: ${RATE}`],
  ["site", { ...SITE, connectOrigins: ["https://maps.example.org/v1"] }, 'site.connectOrigins[0] = "https://maps.example.org/v1": an origin such as https://maps.example.org, without a path. Leave the path out'],
  ["accessHost", { instanceType: "micro" }, 'accessHost.instanceType = "micro": an instance type such as t4g.micro. Leave it out for t4g.micro'],
  ["accessHost", { imageId: "latest" }, 'accessHost.imageId = "latest": an image such as ami-0123456789abcdef0. Leave it out for the newest Amazon Linux 2023'],
  ["accessHost", { idleMinutes: 61 }, "accessHost.idleMinutes = 61: a whole number of minutes from 1 to 60. Without a key, after which a session ends; leave it out for 15"],
  ["accessHost", { longestMinutes: 0 }, "accessHost.longestMinutes = 0: a whole number of minutes from 1 to 1440. After which a session ends in any case; leave it out for 60"],
  ["delivery.repositoryId", 123, "delivery.repositoryId = 123: the repository's number at GitHub, in quotes. Look it up: gh api repos/<owner>/<name> --jq .id"],
  ["delivery.branch", "release/*", `delivery.branch = "release/*": ${ONE_NAME} main`],
  ["delivery.previewEnvironment", "a:b", `delivery.previewEnvironment = "a:b": ${ONE_NAME} preview`],
  ["delivery.deployEnvironment", "", `delivery.deployEnvironment = "": ${ONE_NAME} production`],
  ["delivery.keptImages", 49, "delivery.keptImages = 49: a whole number of images from 50 to 1000. The newest that each repository keeps; leave it out for 200"],
  ["delivery.existingProvider", "yes", 'delivery.existingProvider = "yes": true or false. true where the account has GitHub as an identity provider already'],
  ["iam", { roleBoundaryArn: "boundary" }, 'iam.roleBoundaryArn = "boundary": ARN of a managed policy of an account. Permissions boundary that every role of the stack then carries, and that pipelines must give to those they make'],
  ["load", { dailyUsers: 0 }, "load.dailyUsers = 0: a whole number of people from 1 to 10000000. Who come on a busy day: a stack too small for them is refused, and requests and users of the month follow from them"],
];

describe("an option", () => {
  test.each(MALFORMED)("%s = %j is refused in one line", (field, value, line) => {
    expect(refusalOf(changed(dev, { [field]: value }))).toBe(`Pulumi.dev.yaml: 1 value cannot be used; nothing was created.\n  - ${INTRODUCED}${line}`);
  });

  test("that is left out leaves the component's default, and is no value of its own", () => {
    const { keys, identity, api, delivery } = parsed(dev);
    expect(keys).toEqual({ administratorArns: [] });
    expect(identity).toEqual({ ...SIGN_IN, logoutUrls: [], samlProviders: [], oidcProviders: [] });
    expect(api).toEqual({ countries: ["US"], allowedCidrs: [], throttle: {}, backend: {}, routes: [], models: [] });
    expect(Object.keys(delivery ?? {})).toEqual(["repository", "images", "existingProvider"]);
  });
});

describe("what a component would refuse later is refused in the configuration's words", () => {
  test.each([
    ["a provider without a second factor", { "identity.samlProviders": [{ ...SAML, requiresMfa: false }] }, "identity.samlProviders[0].requiresMfa = false: Cognito asks people who come from a provider for no second factor, so the provider must. Require MFA there for everybody, then set it to true"],
    ["two providers of one name", { "identity.samlProviders": [SAML, SAML] }, 'identity.samlProviders, oidcProviders = "north": each name once. Rename one of them'],
    ["a sign-in page's certificate elsewhere", { "identity.domain": { name: "auth.example.org", certificateArn: CERTIFICATE.replace("us-east-1", "us-west-2") } }, 'identity.domain.certificateArn = "arn:aws:acm:us-west-2:111122223333:certificate/1": Cognito takes certificates of ACM in us-east-1 only. Request the certificate there'],
    ["a prefix that Cognito takes for its own", { prefix: "aws-clinic" }, 'prefix = "aws-clinic": Cognito takes no address that contains aws, amazon or cognito. Give domain, or choose another prefix'],
    ["a backend's certificate without its name", { api: { backend: { certificateArn: CERTIFICATE } } }, "api.backend.hostName = null: the name in the certificate, which API Gateway checks. Give it beside certificateArn"],
    ["a route's model that is none", { api: { routes: [{ ...ROUTE, requestModel: "Nothing" }] } }, 'api.routes[0].requestModel = "Nothing": one of PatientRecord, PatientRecordChange. Add the model to models'],
    ["a site's certificate elsewhere", { site: { ...SITE, certificateArn: CERTIFICATE.replace("us-east-1", "us-west-2") } }, 'site.certificateArn = "arn:aws:acm:us-west-2:111122223333:certificate/1": CloudFront takes certificates of ACM in us-east-1 only. Request the certificate there'],
    ["a region twice", { detection: { moreRegions: ["us-west-2"] } }, 'detection.moreRegions[0] = "us-west-2": each region once; both regions of the deployment are always watched. Remove it'],
    ["services of no organization", { detection: { organizationServices: ["macie"] } }, 'detection.organizationServices = ["macie"]: only an organization owns services, with administration "organization". Set administration, or leave the list out'],
    ["services of an account that another stack manages", { account: { managedHere: false }, detection: { administration: "organization", organizationServices: ["macie"] } }, 'detection.organizationServices = ["macie"]: nothing where account.managedHere is false: another stack has the account\'s threat detection. Remove it here'],
    ["copies shorter than the lock", { "backup.copyRetentionDays": 6 }, "backup.copyRetentionDays = 6: whole days within the vault's lock, 7 to 400, or every continuous job fails to store its copies. Change it, or vaultLock"],
    ["cold storage that ends at once", { "backup.coldStorageAfterDays": 300 }, "backup.coldStorageAfterDays = 300: whole days, at least 90 less than monthlyRetentionDays (365). Lower it, or leave it out to keep recovery points warm"],
    ["a grace time that GOVERNANCE has not", { "backup.lock.graceDays": 5 }, "backup.lock.graceDays = 5: only a COMPLIANCE lock has a grace time. Remove it"],
    ["an identifier that is no pattern", { "observability.patientIdentifiers": [{ name: "mrn", regex: "(" }] }, String.raw`observability.patientIdentifiers[0].regex = "(": a regular expression of 1 to 200 characters. Write it as in MRN-\d{8}`],
    ["one environment for previews and deployments", { "delivery.previewEnvironment": "production" }, 'delivery.previewEnvironment = "production": an environment other than deployEnvironment: who previews must not deploy. Give previews an environment of their own'],
    ["capacity of an instance", { "database.capacity": { minimumUnits: 2, maximumUnits: 8 } }, 'database.capacity = {"minimumUnits":2,"maximumUnits":8}: nothing, as the engine is postgres. Remove it, or choose aurora-postgresql'],
    ["subnets of one zone alone", { "network.publicCidrs": ["10.0.1.0/24"] }, expect.stringMatching(/^network\.publicCidrs = /u)],
  ])("%s", (_what, changes, line) => {
    expect(problemsOf(changed(dev, changes)).map((problem) => problem.slice(INTRODUCED.length))).toEqual([line]);
  });
});

describe("client secrets", () => {
  const withProvider = { "identity.oidcProviders": [OIDC], "clientSecrets": { south: "hunter2" } };

  test("that Pulumi encrypts reach the provider, by name", () => {
    expect(parsed(changed(dev, withProvider), { secrets: new Set(["clientSecrets"]) }).clientSecrets).toEqual({ south: "hunter2" });
  });

  test("in the clear are refused, and not repeated", () => {
    const [line, ...others] = problemsOf(changed(dev, withProvider));
    expect(line).toBe("hipaa-platform:clientSecrets = (secret): values that Pulumi encrypts, not plain text. Store each with pulumi config set --secret --path clientSecrets.<name>, and give the provider another secret, as this one was readable");
    expect(others).toEqual([]);
    expect(problemsOf(changed(dev, { ...withProvider, clientSecrets: { south: "hunter 2" } })).join()).not.toContain("hunter");
  });

  test("belong to a provider each, and each provider has one", () => {
    expect(problemsOf(changed(dev, { ...withProvider, clientSecrets: { north: "hunter2" } }), { secrets: new Set(["clientSecrets"]) })).toEqual([
      "hipaa-platform:clientSecrets.south = (missing): the client secret of the provider south in identity.oidcProviders. Store each with pulumi config set --secret --path clientSecrets.<name>",
      "hipaa-platform:clientSecrets.north = (secret): the name of a provider in identity.oidcProviders. Correct the name, or remove it",
    ]);
  });
});
