import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { refuseProblems } from "../lib/problems.ts";
import { createActivityLog } from "./activity-log.ts";
import { createClient, createScopes, createSignInPage } from "./app-client.ts";
import { createProviders } from "./federation.ts";
import { identityProblems, identityTerms } from "./identity-problems.ts";
import { createAlarms } from "./sign-in-alarms.ts";
import type { ApplicationSettings, MailSettings, OidcProvider, SamlProvider, SignInDomain } from "./sign-in-settings.ts";
import { createGroups, createRiskResponse, createUserPool } from "./user-pool.ts";

export interface IdentityArgs {
  readonly deployment: Deployment;
  /** The application through which people sign in. */
  readonly application: ApplicationSettings;
  /** Key of the sign-in log; its policy lets the log delivery service encrypt. */
  readonly auditKeyArn: pulumi.Input<string>;
  /** Topic that alarms are sent to. */
  readonly alertTopicArn: pulumi.Input<string>;
  /** Object Lock of the sign-in log; its days may not exceed `retentionDays`. */
  readonly objectLock: ObjectLock;
  /**
   * Days after which the sign-in log is deleted, 365 or more.
   * @default 2557, seven years
   */
  readonly retentionDays?: number;
  /**
   * Bucket for the access log of the sign-in log; its policy must let S3 deliver there.
   * @default a bucket of the component's own
   */
  readonly accessLogBucketName?: string;
  /**
   * Failed sign-ins within five minutes that raise the alarm, 1 to 10,000.
   * @default 10
   */
  readonly failedSignIns?: number;
  /**
   * Domain of the sign-in page.
   * @default an address of Cognito's own, `<prefix>-<account>.auth.<region>.amazoncognito.com`
   */
  readonly domain?: SignInDomain;
  /**
   * Sender of mails to users.
   * @default Cognito's own sender, at most 50 mails a day and no warnings about risky sign-ins
   */
  readonly mail?: MailSettings;
  /**
   * Organisations whose members sign in with SAML 2.0.
   * @default none
   */
  readonly samlProviders?: SamlProvider[];
  /**
   * Organisations whose members sign in with OpenID Connect.
   * @default none
   */
  readonly oidcProviders?: OidcProvider[];
}

/**
 * Who may use the platform: a Cognito user pool with roles, and the registration of the application
 * through which they sign in.
 *
 * Guarantees: everybody gives a second factor from an authenticator app, never SMS; accounts are made
 * by administrators only; passwords have 14 characters of four kinds and none of the last 24;
 * OAuth 2.0 authorization code is the only way in, no password grant, no implicit grant; tokens last at
 * most an hour and sessions at most a day, can be revoked, and refresh tokens are good for one use;
 * threat protection blocks known passwords and takeovers; roles come as groups in every token; each
 * sign-in is recorded in a locked bucket; failed sign-ins raise an alarm; errors do not tell who has an
 * account; the pool cannot be deleted by a stack update. Cognito accepts PKCE but cannot demand it: the
 * application must send a code challenge.
 *
 * Requirement rows: S1-07, S1-08, S1-09, S1-47, S5-11.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(i), 164.312(a)(2)(iii), 164.312(d), 164.308(a)(5)(ii)(C), 164.308(a)(5)(ii)(D).
 *
 * #### Cost
 * The Plus plan, which threat protection needs: 0.02 USD per monthly active user; three alarms 0.40 USD;
 * the log a few cents. 50 users: about 1.50 USD a month. Users who come from SAML or OpenID Connect cost
 * the same.
 *
 * @example
 * ```typescript
 * const identity = new Identity("hipaa-dev-identity", {
 *   deployment,
 *   application: { callbackUrls: ["https://app.example.org/signed-in"] },
 *   auditKeyArn: keys.keyArn(KeyClass.Audit),
 *   alertTopicArn: alerts.criticalTopicArn,
 *   objectLock: { mode: ObjectLockMode.Governance, days: 365 },
 * });
 * ```
 */
export class Identity extends pulumi.ComponentResource {
  /** Id of the user pool. */
  readonly userPoolId: pulumi.Output<string>;
  /** ARN of the user pool, for authorizers and web ACLs. */
  readonly userPoolArn: pulumi.Output<string>;
  /** Client id of the application. */
  readonly clientId: pulumi.Output<string>;
  /** Issuer of the tokens, whose `/.well-known/openid-configuration` describes the rest. */
  readonly issuer: pulumi.Output<string>;
  /** Address of the sign-in page. */
  readonly signInUrl: pulumi.Output<string>;
  /** Where a domain of one's own points to; empty where the address is Cognito's. */
  readonly signInTarget: pulumi.Output<string>;
  /** Bucket with the record of sign-ins. */
  readonly signInLogBucketName: pulumi.Output<string>;

  constructor(name: string, args: IdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:Identity", name, {}, opts);
    const { deployment, application, domain, mail, alertTopicArn } = args;
    const { retentionDays, failedSignIns } = identityTerms(args);
    refuseProblems(identityProblems(args), this, name);

    const pool = createUserPool(this, name, deployment, mail);
    createGroups(this, name, pool);
    createRiskResponse(this, name, pool, mail);
    const scopes = createScopes(this, name, pool);
    const providers = createProviders(this, name, pool, args.samlProviders ?? [], args.oidcProviders ?? []);
    const providerNames = [...(args.samlProviders ?? []), ...(args.oidcProviders ?? [])].map((provider) => provider.name);
    const client = createClient(this, name, pool, deployment, application, providerNames, [scopes, ...providers]);
    const page = createSignInPage(this, name, deployment, pool, client, domain);
    const log = createActivityLog(this, name, pool, { ...args, retentionDays });
    createAlarms(this, name, deployment, pool, client, { failedSignIns, alertTopicArn });

    this.userPoolId = pool.id;
    this.userPoolArn = pool.arn;
    this.clientId = client.id;
    this.issuer = pulumi.interpolate`https://cognito-idp.${deployment.region}.amazonaws.com/${pool.id}`;
    this.signInUrl = domain === undefined ? pulumi.interpolate`https://${page.domain}.auth.${deployment.region}.amazoncognito.com` : pulumi.interpolate`https://${page.domain}`;
    this.signInTarget = domain === undefined ? pulumi.output("") : page.cloudfrontDistribution;
    this.signInLogBucketName = log.bucket.bucket;
    this.registerOutputs({
      userPoolId: this.userPoolId, userPoolArn: this.userPoolArn, clientId: this.clientId, issuer: this.issuer,
      signInUrl: this.signInUrl, signInTarget: this.signInTarget, signInLogBucketName: this.signInLogBucketName,
    });
  }
}
