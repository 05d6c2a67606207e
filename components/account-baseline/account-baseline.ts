import { AccountPasswordPolicy } from "@pulumi/aws/iam/accountPasswordPolicy.js";
import { AccountPublicAccessBlock } from "@pulumi/aws/s3/accountPublicAccessBlock.js";
import * as pulumi from "@pulumi/pulumi";
import { alertTopic } from "../lib/alert-topic.ts";
import type { Deployment } from "../lib/deployment.ts";
import { type Problem, refuseProblems } from "../lib/problems.ts";
import { type AccountBudget, budgetProblems, createBudget } from "./account-budget.ts";
import { type AccountContacts, contactProblems, createContacts } from "./account-contacts.ts";
import { type BreakGlass, breakGlassProblems, createBreakGlass } from "./break-glass.ts";
import { createRegionalDefaults, createUnusedAccessAnalyzer } from "./regional-defaults.ts";

export interface AccountBaselineArgs {
  readonly deployment: Deployment;
  /** Key that encrypts every new EBS volume of the primary region whose creator names none. */
  readonly dataKeyArn: pulumi.Input<string>;
  /**
   * The same for the recovery region: that key's replica.
   * @default new volumes there are encrypted under the key that AWS keeps for them
   */
  readonly recoveryDataKeyArn?: pulumi.Input<string>;
  /**
   * Whom AWS tells of security, operations and invoices.
   * @default the account's owner alone
   */
  readonly contacts?: AccountContacts;
  /**
   * What the account may cost, with warnings at 80 and 100 percent and when the forecast passes it.
   * @default no budget
   */
  readonly budget?: AccountBudget;
  /**
   * The way in when everything else fails (S5-11).
   * @default no such role
   */
  readonly breakGlass?: BreakGlass;
  /**
   * Topic of warnings; EventBridge and AWS Budgets publish to it.
   * @default a topic of the baseline's own, encrypted with `messagesKeyArn`, where there is something to warn of
   */
  readonly alertTopicArn?: pulumi.Input<string>;
  /**
   * Key of the own topic; needed where there is a budget or a break-glass role and `alertTopicArn` is absent.
   * @default none: `alertTopicArn` takes the alerts
   */
  readonly messagesKeyArn?: pulumi.Input<string>;
  /**
   * Days after which a right, credential or role that nobody used is reported, 1 to 365.
   * @default 90
   */
  readonly unusedAccessDays?: number;
  /**
   * Whether only policies that AWS maintains may be attached (X-02, S5-09). None of them opens a key, so
   * that the break-glass role reads no patient's data; and its use is noticed in the primary region alone.
   * @default false
   */
  readonly managedOnly?: boolean;
}

/**
 * Account-wide defaults, so that what somebody creates by hand is not the hole.
 *
 * Guarantees: no bucket of the account can be public; passwords of IAM users are long, mixed, fresh
 * and not reused; rights that nobody uses are reported. In both regions, new volumes are encrypted
 * (with the PHI key), snapshots, images and documents cannot be shared with everybody, serial consoles
 * are closed, instances answer metadata requests with a session token only, and what is shared outside
 * the account is reported. On request, AWS knows whom to call, costs are watched, and named people reach
 * patients' data in an emergency: with a second factor, for an hour, under their own name, and never
 * unnoticed.
 * One deployment per account: two stacks in one account would set the same switches.
 *
 * Requirement rows: S5-13 (account-level block), S1-22, S5-11, S5-12, S5-20, S5-09, X-02.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(ii), 164.312(a)(2)(iv), 164.312(d), 164.308(a)(4)(ii)(C), 164.308(a)(5)(ii)(D), 164.308(a)(6)(i).
 *
 * #### Cost
 * 0.20 USD a month for each IAM role and user that is looked at for unused access; budgets with
 * notifications are free, events of the break-glass role cost nothing to speak of.
 *
 * @example
 * ```ts
 * new AccountBaseline("hipaa-dev-account", {
 *   deployment, dataKeyArn: keys.keyArn("phi-data"), recoveryDataKeyArn: keys.replicaKeyArn("phi-data"), messagesKeyArn: keys.keyArn("messages"),
 *   budget: { monthlyUsd: 900, emails: ["platform@example.com"] },
 * });
 * ```
 */
export class AccountBaseline extends pulumi.ComponentResource {
  /** Account whose defaults are set. */
  readonly accountId: pulumi.Output<string>;
  /** Role for emergencies; empty without `breakGlass`. */
  readonly breakGlassRoleArn: pulumi.Output<string>;

  constructor(name: string, args: AccountBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:AccountBaseline", name, {}, opts);
    refuseProblems(baselineProblems(args), this, name);

    const { deployment, dataKeyArn, recoveryDataKeyArn, contacts, budget, breakGlass } = args;
    const block = createAccountSettings(this, name, deployment);
    createRegionalDefaults(this, name, { deployment, place: "", region: deployment.region, volumeKeyArn: dataKeyArn });
    createRegionalDefaults(this, name, { deployment, place: "-recovery", region: deployment.recoveryRegion, ...(recoveryDataKeyArn === undefined ? {} : { volumeKeyArn: recoveryDataKeyArn }) });
    createUnusedAccessAnalyzer(this, name, deployment, args.unusedAccessDays ?? 90);
    createContacts(this, name, contacts ?? {});
    const topicArn = budget === undefined && breakGlass === undefined ? "" : args.alertTopicArn ?? createTopic(this, name, args);
    if (budget !== undefined) {
      createBudget(this, name, deployment, budget, topicArn);
    }
    this.accountId = block.accountId;
    this.breakGlassRoleArn = breakGlass === undefined ? pulumi.output("") : createBreakGlass(this, name, deployment, breakGlass, args.managedOnly ?? false, topicArn);
    this.registerOutputs({ accountId: this.accountId, breakGlassRoleArn: this.breakGlassRoleArn });
  }
}

function createAccountSettings(parent: AccountBaseline, name: string, { accountId }: Deployment): AccountPublicAccessBlock {
  new AccountPasswordPolicy(`${name}-passwords`, {
    minimumPasswordLength: 14,
    requireLowercaseCharacters: true, requireUppercaseCharacters: true, requireNumbers: true, requireSymbols: true,
    passwordReusePrevention: 24,
    maxPasswordAge: 90,
    allowUsersToChangePassword: true,
  }, { parent });
  return new AccountPublicAccessBlock(`${name}-buckets`, {
    accountId, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true,
  }, { parent });
}

function createTopic(parent: AccountBaseline, name: string, { deployment, messagesKeyArn }: AccountBaselineArgs): pulumi.Output<string> {
  return alertTopic(`${name}-alerts`, {
    deployment, topic: `${deployment.prefix}-account-alerts`, keyArn: messagesKeyArn ?? "", publishers: ["budgets.amazonaws.com", "events.amazonaws.com"],
  }, parent).arn;
}

function baselineProblems(args: AccountBaselineArgs): readonly Problem[] {
  const { contacts, budget, breakGlass, unusedAccessDays = 90 } = args;
  const warns = budget !== undefined || breakGlass !== undefined;
  return [
    ...(contacts === undefined ? [] : contactProblems("contacts", contacts)),
    ...(budget === undefined ? [] : budgetProblems("budget", budget)),
    ...(breakGlass === undefined ? [] : breakGlassProblems("breakGlass", breakGlass)),
    ...(warns && args.alertTopicArn === undefined && args.messagesKeyArn === undefined ? [{
      argument: "messagesKeyArn", value: null, allowed: "the topic of warnings is encrypted, and needs a key", change: "Give messagesKeyArn, or alertTopicArn for a topic that exists",
    }] : []),
    ...(Number.isInteger(unusedAccessDays) && unusedAccessDays >= 1 && unusedAccessDays <= 365 ? [] : [{
      argument: "unusedAccessDays", value: unusedAccessDays, allowed: "IAM Access Analyzer takes whole days from 1 to 365", change: "Leave it out for 90",
    }]),
  ];
}
