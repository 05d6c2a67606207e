import { describe, expect, test } from "vitest";
import { Identity, type IdentityArgs } from "../../../components/identity/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { deployment, identityArguments, ownDomain } from "./identity-arguments.ts";

const { application } = identityArguments;
const saml = { name: "Hospital", metadataUrl: "https://idp.example.org/metadata", requiresMfa: true };

const REFUSED: readonly (readonly [string, Partial<IdentityArgs>, string])[] = [
  ["an application without an address", { application: { callbackUrls: [] } },
    "application.callbackUrls = []: at least one address: the code flow returns somewhere. Give the application's address"],
  ["a return over plain HTTP", { application: { callbackUrls: ["http://app.example.org/"] } },
    'application.callbackUrls[0] = "http://app.example.org/": an address that starts with https:// and has no fragment. Use HTTPS'],
  ["a host that only begins like localhost", { application: { callbackUrls: ["http://localhost.example.org/"] } }, "application.callbackUrls[0] = "],
  ["a sign-out over plain HTTP", { application: { ...application, logoutUrls: ["http://app.example.org/"] } }, "application.logoutUrls[0] = "],
  ["tokens of more than an hour", { application: { ...application, tokenMinutes: 61 } }, "application.tokenMinutes = 61: whole numbers from 5 to 60. Leave it out for 15"],
  ["tokens shorter than Cognito gives", { application: { ...application, tokenMinutes: 4 } }, "application.tokenMinutes = 4: "],
  ["sessions of more than a day", { application: { ...application, sessionHours: 25 } }, "application.sessionHours = 25: whole numbers from 1 to 24. Leave it out for 8"],
  ["a retention below a year", { retentionDays: 364, objectLock: { mode: "GOVERNANCE", days: 1 } }, "retentionDays = 364: whole days, at least 365. Leave it out for seven years"],
  ["a lock longer than the retention", { retentionDays: 365, objectLock: { mode: "GOVERNANCE", days: 366 } },
    "objectLock.days = 366: at most retentionDays (365): a locked log cannot expire. Lower it or raise the retention"],
  ["COMPLIANCE without confirmation", { objectLock: { mode: "COMPLIANCE", days: 365 } }, "objectLock.confirmCompliance = null: "],
  ["an alarm that never rings", { failedSignIns: 0 }, "failedSignIns = 0: whole numbers from 1 to 10000. Leave it out for 10"],
  ["a word that Cognito keeps for itself", { deployment: { ...deployment, prefix: "aws-health" } },
    'deployment.prefix = "aws-health": Cognito takes no address that contains aws, amazon or cognito. Give domain, or choose another prefix'],
  ["a domain without a parent", { domain: { ...ownDomain, name: "example.org" } }, 'domain.name = "example.org": a name of three parts or more in lower case, such as auth.example.org. Give a subdomain'],
  ["a certificate in another region", { domain: { ...ownDomain, certificateArn: "arn:aws:acm:us-west-2:111122223333:certificate/a" } },
    'domain.certificateArn = "arn:aws:acm:us-west-2:111122223333:certificate/a": Cognito takes certificates of ACM in us-east-1 only. Request the certificate there'],
  ["a provider without MFA (S5-11)", { samlProviders: [{ ...saml, requiresMfa: false }] },
    "samlProviders[0].requiresMfa = false: Cognito asks people who come from a provider for no second factor, so the provider must. Require MFA there for everybody, then set it to true"],
  ["a provider called like the pool itself", { samlProviders: [{ ...saml, name: "COGNITO" }] }, 'samlProviders[0].name = "COGNITO": '],
  ["metadata over plain HTTP", { samlProviders: [{ ...saml, metadataUrl: "http://idp.example.org" }] }, "samlProviders[0].metadataUrl = "],
  ["two providers of one name", { samlProviders: [saml, saml] }, 'samlProviders, oidcProviders = "Hospital": each name once. Rename one of them'],
  ["a prefix that makes bucket names too long", { deployment: { ...deployment, prefix: "a-prefix-of-20-chars", region: "ap-southeast-5-zone" } }, "bucket names have at most 63 characters"],
];

describe("Identity refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, changes, message) => {
    await expect(record(() => new Identity("identity", { ...identityArguments, ...changes }))).rejects.toThrow(message);
  });

  test("a client type outside the set, and says every problem at once, never a secret", async () => {
    const args: IdentityArgs = {
      ...identityArguments,
      application: { callbackUrls: [], ...JSON.parse('{"clientType":"open"}') },
      oidcProviders: [{ name: "L", issuer: "http://lab.example.org", clientId: "us", clientSecret: "hidden", requiresMfa: false }],
    };
    const refusal = await record(() => new Identity("identity", args)).then(() => "", String);
    expect(refusal).toContain("identity: 5 arguments cannot be used; nothing was created.");
    expect(refusal).toContain('application.clientType = "open": one of public, confidential. Take one of these');
    expect(refusal).not.toContain("hidden");
  });

  test("nothing of a developer's own machine", async () => {
    await expect(record(() => new Identity("identity", { ...identityArguments, application: { callbackUrls: ["http://localhost:3000/signed-in"] } }))).resolves.toBeDefined();
  });
});
