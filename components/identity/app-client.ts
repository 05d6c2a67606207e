import { ManagedLoginBranding } from "@pulumi/aws/cognito/managedLoginBranding.js";
import { ResourceServer } from "@pulumi/aws/cognito/resourceServer.js";
import type { UserPool } from "@pulumi/aws/cognito/userPool.js";
import { UserPoolClient } from "@pulumi/aws/cognito/userPoolClient.js";
import { UserPoolDomain } from "@pulumi/aws/cognito/userPoolDomain.js";
import { Record } from "@pulumi/aws/route53/record.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { oauthScope, RECORDS_API, RecordsScope } from "../lib/records-scopes.ts";
import { identityNames } from "./identity-names.ts";
import { type ApplicationSettings, ClientType, type SignInDomain, TOKEN_MINUTES } from "./sign-in-settings.ts";

const SCOPE_DESCRIPTIONS = {
  "records.read": "Read patient records",
  "records.write": "Create and change patient records",
  "records.delete": "Delete patient records",
} as const satisfies Readonly<globalThis.Record<RecordsScope, string>>;

const SCOPES = Object.values(RecordsScope);

/** The records API among the pool's APIs: access tokens name what they are good for. */
export function createScopes(parent: pulumi.Resource, name: string, pool: UserPool): ResourceServer {
  return new ResourceServer(`${name}-records-api`, {
    userPoolId: pool.id,
    identifier: RECORDS_API,
    name: "Patient records",
    scopes: SCOPES.map((scope) => ({ scopeName: scope, scopeDescription: SCOPE_DESCRIPTIONS[scope] })),
  }, { parent });
}

/**
 * The application's registration: authorization code with PKCE, and no other way in.
 * @param waitFor what the registration names: the API's scopes and the identity providers
 */
export function createClient(
  parent: pulumi.Resource, name: string, pool: UserPool, deployment: Deployment, settings: ApplicationSettings, providerNames: readonly string[], waitFor: readonly pulumi.Resource[],
): UserPoolClient {
  const tokenMinutes = settings.tokenMinutes ?? TOKEN_MINUTES;
  return new UserPoolClient(`${name}-app`, {
    userPoolId: pool.id,
    name: identityNames(deployment).client,
    generateSecret: settings.clientType === ClientType.Confidential,
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "email", ...SCOPES.map(oauthScope)],
    callbackUrls: settings.callbackUrls,
    ...(settings.logoutUrls === undefined ? {} : { logoutUrls: settings.logoutUrls }),
    supportedIdentityProviders: ["COGNITO", ...providerNames],
    // No list at all would open the password exchange (SRP). The custom flow needs a trigger, which the pool does not have.
    explicitAuthFlows: ["ALLOW_CUSTOM_AUTH"],
    // A refresh token is good for one use, so that a stolen copy shows.
    refreshTokenRotation: { feature: "ENABLED", retryGracePeriodSeconds: 10 },
    enableTokenRevocation: true,
    preventUserExistenceErrors: "ENABLED",
    accessTokenValidity: tokenMinutes,
    idTokenValidity: tokenMinutes,
    refreshTokenValidity: settings.sessionHours ?? 8,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },
    authSessionValidity: 3,
    readAttributes: ["email", "email_verified"],
    writeAttributes: ["email"],
  }, { parent, dependsOn: [...waitFor] });
}

/** The sign-in page, under a domain of one's own where there is one. */
export function createSignInPage(parent: pulumi.Resource, name: string, deployment: Deployment, pool: UserPool, client: UserPoolClient, domain: SignInDomain | undefined): UserPoolDomain {
  const page = new UserPoolDomain(`${name}-domain`, {
    userPoolId: pool.id,
    managedLoginVersion: 2,
    ...(domain === undefined ? { domain: identityNames(deployment).domainPrefix } : { domain: domain.name, certificateArn: domain.certificateArn }),
    // A pool has one address of each kind.
  }, { parent, deleteBeforeReplace: true });
  // Without a style, managed login shows no page.
  new ManagedLoginBranding(`${name}-login-style`, { userPoolId: pool.id, clientId: client.id, useCognitoProvidedValues: true }, { parent, dependsOn: [page] });
  if (domain?.hostedZoneId !== undefined) {
    new Record(`${name}-domain-record`, {
      zoneId: domain.hostedZoneId,
      name: domain.name,
      type: "A",
      aliases: [{ name: page.cloudfrontDistribution, zoneId: page.cloudfrontDistributionZoneId, evaluateTargetHealth: false }],
    }, { parent: page });
  }
  return page;
}
