import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { refuseProblems } from "../lib/problems.ts";
import { AggregatorScope, createAggregator } from "./aggregator.ts";
import { createCheck } from "./check-function.ts";
import { monitorNames } from "./monitor-names.ts";
import { monitorProblems } from "./monitor-problems.ts";
import { createHistory, createRecording, createServiceRole } from "./recording.ts";
import { createRemediationRoles } from "./remediation-roles.ts";
import { createRulePacks } from "./rule-packs.ts";

/** The hourly check, whose code comes from outside. */
export interface ComplianceCheck {
  /**
   * Archive with the function's code, for Node 24. Each run gets EventBridge's scheduled event, and in its
   * environment `ALERT_TOPIC_ARN`, `METRIC_NAMESPACE` and `REGIONS`, separated by commas. It has 300 seconds.
   */
  readonly code: pulumi.asset.Archive;
  /**
   * Entry point in the archive.
   * @default "index.handler"
   */
  readonly handler?: string;
  /**
   * When it runs, as EventBridge takes it; at least daily (S4-70).
   * @default "rate(1 hour)"
   */
  readonly schedule?: string;
  /** Name of the topic for results, in the primary region; the function may publish to this one alone. */
  readonly alertTopicName: string;
  /** The same topic, for the alarms on the check. */
  readonly alertTopicArn: pulumi.Input<string>;
  /** Key of the queue of failed runs, and of the topic unless `topicKeyAlias` names another. */
  readonly messagesKeyArn: pulumi.Input<string>;
  /** Alias of that key, such as `alias/hipaa-dev/messages`; the role names the key by it. */
  readonly messagesKeyAlias: string;
  /**
   * Alias of the topic's key, where the topic has another than the queue.
   * @default messagesKeyAlias
   */
  readonly topicKeyAlias?: string;
  /** Key of the function's settings. */
  readonly settingsKeyArn: pulumi.Input<string>;
  /** Key of the function's log. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * Days for which CloudWatch keeps the function's log.
   * @default 365 (S4-102)
   */
  readonly logRetentionDays?: number;
}

export interface ComplianceMonitorArgs {
  readonly deployment: Deployment;
  /** Key of the delivered history; its policy lets AWS Config encrypt for this account. */
  readonly auditKeyArn: pulumi.Input<string>;
  /**
   * Name of a bucket that exists and takes the history, such as that of a log archive account.
   * @default a bucket of its own, private, versioned, encrypted, logged, from which nobody can delete
   */
  readonly historyBucketName?: string;
  /**
   * Days after which the history is deleted, 365 or more. X-01 asks for six years (2192) in production.
   * @default 2557, seven years
   */
  readonly retentionDays?: number;
  /**
   * Days after which the history moves to S3 Glacier Instant Retrieval.
   * @default 90
   */
  readonly archiveAfterDays?: number;
  /**
   * Whether the recovery region is recorded and judged as well.
   * @default true
   */
  readonly recordRecoveryRegion?: boolean;
  /**
   * Whether the account has AWS Config's service-linked role already: IAM makes it once.
   * @default false
   */
  readonly serviceRoleExists?: boolean;
  /**
   * Minutes within which a restore test of the database must end; the recovery time objective.
   * @default 60
   */
  readonly restoreTimeTargetMinutes?: number;
  /**
   * Ids of the VPCs of the primary region that may have an internet gateway.
   * @default none, so that every internet gateway is a finding
   */
  readonly internetVpcIds?: pulumi.Input<string>[];
  /**
   * The same for the recovery region.
   * @default none
   */
  readonly recoveryInternetVpcIds?: pulumi.Input<string>[];
  /**
   * What an aggregator brings together: "none", "account" or "organization".
   * @default "none"
   */
  readonly aggregator?: AggregatorScope;
  /**
   * Whether only policies that AWS maintains may be attached (X-02, S5-09). None of them allows what the
   * remediations call, so that findings are reported and nothing is put right by itself.
   * @default false
   */
  readonly managedOnly?: boolean;
  /**
   * The hourly check.
   * @default no function, no schedule and no role
   */
  readonly check?: ComplianceCheck;
}

/**
 * Watches that the account stays as it was built: records every change and judges it against HIPAA.
 *
 * Guarantees: AWS Config records all types of resources in both regions, without a pause, and
 * delivers to a bucket that only it writes to and nobody deletes from; AWS's HIPAA conformance pack
 * (130 rules) and the platform's own rules judge every change; what can be undone and harms nothing
 * is put right at once, the rest after a person's approval, each under a role with just these calls;
 * an hourly check with read-only rights looks at ports, encryption, trails and flow logs, and raises
 * an alarm when it fails or stays away. One deployment per account: a region has one recorder.
 *
 * Requirement rows: S4-57, S4-58, S4-64 to S4-70, S4-87, S4-96, S5-26, S5-29, S5-32, S5-33, X-02, X-21.
 * Upholds 45 CFR 164.308(a)(1)(ii)(A), 164.308(a)(1)(ii)(D), 164.308(a)(8), 164.312(b), 164.316(b)(2)(i).
 *
 * #### Cost
 * 0.003 USD per configuration item and 0.001 USD per rule evaluation: with 500 resources that change
 * twice a month about 3 USD of items and 10 to 25 USD of evaluations. An hourly check that runs for a minute
 * costs 0.15 USD, its three alarms 0.30 USD, and Inspector's look at its code 0.30 USD.
 *
 * @example
 * ```ts
 * new ComplianceMonitor("compliance", {
 *   deployment, auditKeyArn: keys.keyArn(KeyClass.Audit), internetVpcIds: [network.vpcId], aggregator: AggregatorScope.Account,
 * });
 * ```
 */
export class ComplianceMonitor extends pulumi.ComponentResource {
  /** Name of the recorder, the same in each recorded region. */
  readonly recorderName: pulumi.Output<string>;
  /** Bucket of the history. */
  readonly historyBucketName: pulumi.Output<string>;
  /** ARN of the HIPAA conformance pack in the primary region. */
  readonly hipaaPackArn: pulumi.Output<string>;
  /** ARN of the pack with the platform's own rules in the primary region. */
  readonly platformPackArn: pulumi.Output<string>;
  /** Name of the hourly check; empty without one. */
  readonly checkFunctionName: pulumi.Output<string>;
  /** ARN of the hourly check (S4-96); empty without one. */
  readonly checkFunctionArn: pulumi.Output<string>;

  constructor(name: string, args: ComplianceMonitorArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:ComplianceMonitor", name, {}, opts);
    const retentionDays = args.retentionDays ?? 2557;
    const archiveAfterDays = args.archiveAfterDays ?? 90;
    refuseProblems(monitorProblems(args, { retentionDays, archiveAfterDays }), this, name);

    const history = createHistory(this, name, args, retentionDays, archiveAfterDays);
    const roleArn = createServiceRole(this, name, args);
    const remediation = args.managedOnly === true ? [] : createRemediationRoles(this, name, args.deployment);
    const [packs] = placesOf(args).map(({ place, region }) => {
      const recording = createRecording(this, name, args, { place, region, roleArn, history });
      return createRulePacks(this, name, args, { place, region, after: [recording, ...remediation] });
    });
    createAggregator(this, name, args.deployment, args.aggregator ?? AggregatorScope.None);
    this.recorderName = pulumi.output(monitorNames(args.deployment).recorder);
    this.historyBucketName = history.bucketName;
    this.hipaaPackArn = packs?.hipaa.arn ?? pulumi.output("");
    this.platformPackArn = packs?.platform.arn ?? pulumi.output("");
    const check = args.check === undefined ? undefined : createCheck(this, `${name}-check`, args.deployment, args.check);
    this.checkFunctionName = check?.name ?? pulumi.output("");
    this.checkFunctionArn = check?.arn ?? pulumi.output("");
    this.registerOutputs({
      recorderName: this.recorderName, historyBucketName: this.historyBucketName, hipaaPackArn: this.hipaaPackArn, platformPackArn: this.platformPackArn,
      checkFunctionName: this.checkFunctionName, checkFunctionArn: this.checkFunctionArn,
    });
  }
}

function placesOf({ deployment, recordRecoveryRegion }: ComplianceMonitorArgs): readonly { readonly place: string; readonly region: string }[] {
  const primary = { place: "", region: deployment.region };
  return recordRecoveryRegion ?? true ? [primary, { place: "-recovery", region: deployment.recoveryRegion }] : [primary];
}
