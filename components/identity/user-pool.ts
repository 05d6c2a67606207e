import { RiskConfiguration } from "@pulumi/aws/cognito/riskConfiguration.js";
import { UserGroup } from "@pulumi/aws/cognito/userGroup.js";
import { UserPool } from "@pulumi/aws/cognito/userPool.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { identityNames } from "./identity-names.ts";
import type { MailSettings } from "./sign-in-settings.ts";
import { ROLE_DESCRIPTIONS } from "./user-roles.ts";

/** The directory of users: invited by administrators only, second factor for everybody. */
export function createUserPool(parent: pulumi.Resource, name: string, deployment: Deployment, mail: MailSettings | undefined): UserPool {
  const names = identityNames(deployment);
  return new UserPool(`${name}-users`, {
    name: names.userPool,
    userPoolTier: "PLUS",
    deletionProtection: "ACTIVE",
    // No smsConfiguration: codes by SMS can be intercepted, so an authenticator app is the only factor.
    mfaConfiguration: "ON",
    softwareTokenMfaConfiguration: { enabled: true },
    userPoolAddOns: { advancedSecurityMode: "ENFORCED", advancedSecurityAdditionalFlows: { customAuthMode: "ENFORCED" } },
    adminCreateUserConfig: { allowAdminCreateUserOnly: true },
    usernameAttributes: ["email"],
    usernameConfiguration: { caseSensitive: false },
    autoVerifiedAttributes: ["email"],
    userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
    accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
    passwordPolicy: {
      minimumLength: 14, requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true,
      passwordHistorySize: 24, temporaryPasswordValidityDays: 1,
    },
    emailConfiguration: mail === undefined
      ? { emailSendingAccount: "COGNITO_DEFAULT" }
      : { emailSendingAccount: "DEVELOPER", sourceArn: mail.identityArn, fromEmailAddress: mail.from },
    // That somebody has an account as a patient says something about that person's health.
    tags: classified("phi", { Name: names.userPool }),
  }, { parent, protect: true });
}

/**
 * A group for each role. Here and elsewhere the pool is not the parent of its parts: they would
 * inherit its protection, and could never be replaced.
 */
export function createGroups(parent: pulumi.Resource, name: string, pool: UserPool): void {
  for (const { role, description, precedence } of ROLE_DESCRIPTIONS) {
    new UserGroup(`${name}-role-${role}`, { userPoolId: pool.id, name: role, description, precedence }, { parent });
  }
}

/**
 * What happens when a sign-in looks wrong. MFA_REQUIRED would lock out who has yet to set up the
 * factor; everybody who has one is asked for it anyway.
 */
export function createRiskResponse(parent: pulumi.Resource, name: string, pool: UserPool, mail: MailSettings | undefined): void {
  const notify = mail !== undefined;
  new RiskConfiguration(`${name}-risk`, {
    userPoolId: pool.id,
    compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" }, eventFilters: ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"] },
    accountTakeoverRiskConfiguration: {
      actions: {
        lowAction: { eventAction: "MFA_IF_CONFIGURED", notify },
        mediumAction: { eventAction: "MFA_IF_CONFIGURED", notify },
        highAction: { eventAction: "BLOCK", notify },
      },
      ...(mail === undefined ? {} : { notifyConfiguration: { from: mail.from, sourceArn: mail.identityArn } }),
    },
  }, { parent });
}
