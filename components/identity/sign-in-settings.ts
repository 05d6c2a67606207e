import type * as pulumi from "@pulumi/pulumi";

/** Whether an application can keep a secret. */
export const ClientType = {
  /** Runs on the user's device; proves itself by PKCE. */
  Public: "public",
  /** Runs on a server; has a client secret beside PKCE. */
  Confidential: "confidential",
} as const;
export type ClientType = (typeof ClientType)[keyof typeof ClientType];

/** Minutes of a token where the settings give none. */
export const TOKEN_MINUTES = 15;

/** The application through which people sign in. */
export interface ApplicationSettings {
  /** Where sign-in returns to, with HTTPS; plain HTTP for `localhost` only. */
  readonly callbackUrls: string[];
  /**
   * Where sign-out returns to, under the same rule.
   * @default none: sign-out ends on the sign-in page
   */
  readonly logoutUrls?: string[];
  /** @default "public" */
  readonly clientType?: ClientType;
  /**
   * Minutes after which access and id tokens are worthless, 5 to 60.
   * @default 15
   */
  readonly tokenMinutes?: number;
  /**
   * Hours after which everybody signs in again, 1 to 24 (45 CFR 164.312(a)(2)(iii)).
   * @default 8, a shift
   */
  readonly sessionHours?: number;
}

/** A domain of one's own for the sign-in page. */
export interface SignInDomain {
  /** Such as `auth.example.org`; its parent domain must have an address record. */
  readonly name: string;
  /** Issued certificate of the domain, in us-east-1. */
  readonly certificateArn: string;
  /**
   * Route 53 zone in which the domain is pointed to the sign-in page.
   * @default none: point the domain to the output `signInTarget` yourself
   */
  readonly hostedZoneId?: string;
}

/** Sender of invitations, verification codes and warnings. */
export interface MailSettings {
  /** Verified SES identity, in a region that Cognito takes for the pool's region. */
  readonly identityArn: string;
  /** Address, such as `Clinic <no-reply@example.org>`. */
  readonly from: string;
}

/** An organisation whose members sign in with SAML 2.0. */
export interface SamlProvider {
  /** 3 to 32 letters, digits, `_` and `-`. */
  readonly name: string;
  /** Address of the provider's metadata, with HTTPS. */
  readonly metadataUrl: string;
  /** Must be true: Cognito asks those who come from here for no second factor, so the provider has to (S5-11). */
  readonly requiresMfa: boolean;
}

/** An organisation whose members sign in with OpenID Connect. */
export interface OidcProvider {
  /** 3 to 32 letters, digits, `_` and `-`. */
  readonly name: string;
  /** Issuer, with HTTPS. */
  readonly issuer: string;
  /** This pool, as the provider knows it. */
  readonly clientId: string;
  /** Kept as a secret in the stack's state. */
  readonly clientSecret: pulumi.Input<string>;
  /** Must be true: Cognito asks those who come from here for no second factor, so the provider has to (S5-11). */
  readonly requiresMfa: boolean;
}
