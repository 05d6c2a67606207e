export { Identity, type IdentityArgs } from "./identity.ts";
export { applicationProblems, domainProblems, identityProblems, type IdentityRequest } from "./identity-problems.ts";
export { type ApplicationSettings, ClientType, type MailSettings, type OidcProvider, type SamlProvider, type SignInDomain, TOKEN_MINUTES } from "./sign-in-settings.ts";
export { UserRole } from "./user-roles.ts";
