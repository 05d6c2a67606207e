import { bucketNameProblems } from "../lib/bucket-problems.ts";
import { closedSetProblems } from "../lib/closed-set.ts";
import { objectLockProblems } from "../lib/object-lock.ts";
import type { Problem } from "../lib/problems.ts";
import type { IdentityArgs } from "./identity.ts";
import { identityNames } from "./identity-names.ts";
import { type ApplicationSettings, ClientType, type SignInDomain, TOKEN_MINUTES } from "./sign-in-settings.ts";

/** Words that Cognito takes in no domain prefix. */
const RESERVED = /aws|amazon|cognito/u;
/** Days for which evidence is kept at least, the documents' figure (S4-34). */
const SHORTEST_RETENTION = 365;

/** The arguments as far as they can be wrong: a component's own, or those that a stack would give it. */
export type IdentityRequest = Omit<IdentityArgs, "auditKeyArn" | "alertTopicArn">;

/** Terms with the defaults filled in. */
export interface IdentityTerms {
  readonly retentionDays: number;
  readonly failedSignIns: number;
}

export function identityTerms({ retentionDays, failedSignIns }: IdentityRequest): IdentityTerms {
  return { retentionDays: retentionDays ?? 2557, failedSignIns: failedSignIns ?? 10 };
}

/** Everything that is wrong with the arguments, before anything is created. */
export function identityProblems(args: IdentityRequest, filled: IdentityTerms = identityTerms(args)): readonly Problem[] {
  const { deployment, domain } = args;
  const names = identityNames(deployment);
  return [
    ...applicationProblems("application", args.application),
    ...objectLockProblems("objectLock", args.objectLock),
    ...retentionProblems(filled.retentionDays, args.objectLock.days),
    ...wholeNumber("failedSignIns", filled.failedSignIns, 1, 10_000, "Leave it out for 10"),
    ...(domain === undefined ? reservedProblems(deployment.prefix) : domainProblems(domain)),
    ...(args.samlProviders ?? []).flatMap(({ name, metadataUrl, requiresMfa }, index) => [
      ...providerProblems(`samlProviders[${String(index)}]`, name, requiresMfa), ...secureUrl(`samlProviders[${String(index)}].metadataUrl`, metadataUrl),
    ]),
    ...(args.oidcProviders ?? []).flatMap(({ name, issuer, requiresMfa }, index) => [
      ...providerProblems(`oidcProviders[${String(index)}]`, name, requiresMfa), ...secureUrl(`oidcProviders[${String(index)}].issuer`, issuer),
    ]),
    ...repeatedNames([...(args.samlProviders ?? []), ...(args.oidcProviders ?? [])].map(({ name }) => name)),
    ...bucketNameProblems(deployment.prefix, [names.accessLogBucket]),
  ];
}

/** What is wrong with the application's settings; the stack's configuration asks the same. */
export function applicationProblems(argument: string, settings: ApplicationSettings): readonly Problem[] {
  const { callbackUrls, logoutUrls, clientType, tokenMinutes, sessionHours } = settings;
  return [
    ...(callbackUrls.length > 0 ? [] : [{ argument: `${argument}.callbackUrls`, value: callbackUrls, allowed: "at least one address: the code flow returns somewhere", change: "Give the application's address" }]),
    ...callbackUrls.flatMap((url, index) => returnUrl(`${argument}.callbackUrls[${String(index)}]`, url)),
    ...(logoutUrls ?? []).flatMap((url, index) => returnUrl(`${argument}.logoutUrls[${String(index)}]`, url)),
    ...closedSetProblems(`${argument}.clientType`, clientType ?? ClientType.Public, ClientType),
    ...wholeNumber(`${argument}.tokenMinutes`, tokenMinutes ?? TOKEN_MINUTES, 5, 60, "Leave it out for 15"),
    ...wholeNumber(`${argument}.sessionHours`, sessionHours ?? 8, 1, 24, "Leave it out for 8"),
  ];
}

/** What is wrong with a domain of the sign-in page; the stack's configuration asks the same. */
export function domainProblems({ name, certificateArn }: SignInDomain): readonly Problem[] {
  return [
    ...(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.){2,}[a-z]{2,}$/u.test(name) ? [] : [{
      argument: "domain.name", value: name, allowed: "a name of three parts or more in lower case, such as auth.example.org", change: "Give a subdomain",
    }]),
    ...(/^arn:[^:]+:acm:us-east-1:/u.test(certificateArn) ? [] : [{
      argument: "domain.certificateArn", value: certificateArn, allowed: "Cognito takes certificates of ACM in us-east-1 only", change: "Request the certificate there",
    }]),
  ];
}

function reservedProblems(prefix: string): readonly Problem[] {
  return RESERVED.test(prefix) ? [{
    argument: "deployment.prefix", value: prefix, allowed: "Cognito takes no address that contains aws, amazon or cognito", change: "Give domain, or choose another prefix",
  }] : [];
}

function retentionProblems(days: number, lockDays: number): readonly Problem[] {
  if (!Number.isInteger(days) || days < SHORTEST_RETENTION) {
    return [{ argument: "retentionDays", value: days, allowed: `whole days, at least ${String(SHORTEST_RETENTION)}`, change: "Leave it out for seven years" }];
  }
  return lockDays <= days ? [] : [{
    argument: "objectLock.days", value: lockDays, allowed: `at most retentionDays (${String(days)}): a locked log cannot expire`, change: "Lower it or raise the retention",
  }];
}

function providerProblems(argument: string, name: string, requiresMfa: boolean): readonly Problem[] {
  return [
    ...(/^[\w-]{3,32}$/u.test(name) && name.toLowerCase() !== "cognito" ? [] : [{ argument: `${argument}.name`, value: name, allowed: "3 to 32 letters, digits, _ and -, and not COGNITO", change: "Rename it" }]),
    ...(requiresMfa ? [] : [{
      argument: `${argument}.requiresMfa`, value: requiresMfa, allowed: "Cognito asks people who come from a provider for no second factor, so the provider must",
      change: "Require MFA there for everybody, then set it to true",
    }]),
  ];
}

function repeatedNames(names: readonly string[]): readonly Problem[] {
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return repeated.map((name) => ({ argument: "samlProviders, oidcProviders", value: name, allowed: "each name once", change: "Rename one of them" }));
}

function returnUrl(argument: string, url: string): readonly Problem[] {
  const local = /^http:\/\/localhost(?:[:/]|$)/u.test(url);
  return local ? [] : secureUrl(argument, url);
}

function secureUrl(argument: string, url: string): readonly Problem[] {
  return URL.canParse(url) && url.startsWith("https://") && !url.includes("#") ? [] : [{
    argument, value: url, allowed: "an address that starts with https:// and has no fragment", change: "Use HTTPS",
  }];
}

function wholeNumber(argument: string, value: number, least: number, most: number, change: string): readonly Problem[] {
  return Number.isInteger(value) && value >= least && value <= most ? [] : [{ argument, value, allowed: `whole numbers from ${String(least)} to ${String(most)}`, change }];
}
