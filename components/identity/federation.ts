import { IdentityProvider } from "@pulumi/aws/cognito/identityProvider.js";
import type { UserPool } from "@pulumi/aws/cognito/userPool.js";
import * as pulumi from "@pulumi/pulumi";
import type { OidcProvider, SamlProvider } from "./sign-in-settings.ts";

/** Details that Cognito adds after it has read the provider's metadata; they are no drift. */
const ADDED_BY_COGNITO = {
  saml: ["ActiveEncryptionCertificate", "SLORedirectBindingURI", "SSORedirectBindingURI"],
  oidc: ["attributes_url", "attributes_url_add_attributes", "authorize_url", "jwks_uri", "token_url"],
} as const;

const SAML_EMAIL = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

/** Organisations whose members sign in with the accounts they have there. */
export function createProviders(parent: pulumi.Resource, name: string, pool: UserPool, saml: readonly SamlProvider[], oidc: readonly OidcProvider[]): readonly IdentityProvider[] {
  return [
    ...saml.map((provider) => new IdentityProvider(`${name}-saml-${provider.name}`, {
      userPoolId: pool.id,
      providerName: provider.name,
      providerType: "SAML",
      providerDetails: { MetadataURL: provider.metadataUrl, IDPSignout: "true", EncryptedResponses: "true", RequestSigningAlgorithm: "rsa-sha256" },
      attributeMapping: { email: SAML_EMAIL },
    }, { parent, ignoreChanges: ADDED_BY_COGNITO.saml.map((detail) => `providerDetails.${detail}`) })),
    ...oidc.map((provider) => new IdentityProvider(`${name}-oidc-${provider.name}`, {
      userPoolId: pool.id,
      providerName: provider.name,
      providerType: "OIDC",
      providerDetails: {
        oidc_issuer: provider.issuer, client_id: provider.clientId, client_secret: pulumi.secret(provider.clientSecret), authorize_scopes: "openid email", attributes_request_method: "GET",
      },
      attributeMapping: { email: "email", username: "sub" },
    }, { parent, ignoreChanges: ADDED_BY_COGNITO.oidc.map((detail) => `providerDetails.${detail}`) })),
  ];
}
