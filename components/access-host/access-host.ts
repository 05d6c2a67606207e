import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { refuseProblems } from "../lib/problems.ts";
import { createAlerts } from "./host-alerts.ts";
import { createInstance } from "./host-instance.ts";
import { createNetwork } from "./host-network.ts";
import { hostProblems } from "./host-problems.ts";
import { createRole, createSessionPolicy } from "./host-role.ts";
import { createRecording } from "./session-recording.ts";

export interface AccessHostArgs {
  readonly deployment: Deployment;
  /** VPC of the host. */
  readonly vpcId: pulumi.Input<string>;
  /** Private subnet of the host; a NAT gateway is not needed. */
  readonly subnetId: pulumi.Input<string>;
  /** Group of the VPC's interface endpoints: ssm, ssmmessages, ec2messages and logs are what the host needs. */
  readonly endpointSecurityGroupId: pulumi.Input<string>;
  /**
   * Group of the cluster's private endpoint, for tunnels to it (S2-23).
   * @default no way from the host to a cluster
   */
  readonly clusterSecurityGroupId?: pulumi.Input<string>;
  /** Key of the host's volume. */
  readonly volumeKeyArn: pulumi.Input<string>;
  /** Key of the recordings; its policy lets CloudWatch Logs and readers of the audit buckets use it. */
  readonly auditKeyArn: pulumi.Input<string>;
  /** Alias of that key, which names it in policies before it exists. */
  readonly auditKeyAlias: string;
  /** Topic that is told of sessions and of a broken host; EventBridge and CloudWatch publish to it. */
  readonly alertTopicArn: pulumi.Input<string>;
  /** Object Lock of the recordings; its days may not exceed `retentionDays`. */
  readonly objectLock: ObjectLock;
  /**
   * Days after which recordings are deleted, 365 or more.
   * @default 2557, seven years
   */
  readonly retentionDays?: number;
  /**
   * Days for which CloudWatch keeps recordings, which are evidence: 2192 or more outside development.
   * @default 2192
   */
  readonly logGroupRetentionDays?: number;
  /**
   * Ranges that reach the host by SSH, at most eight, each /28 or narrower (S4-101, X-03). Keys come
   * from EC2 Instance Connect; there is no key pair.
   * @default none: no inbound rule at all
   */
  readonly sshCidrs?: string[];
  /**
   * Type of the instance.
   * @default "t4g.micro"
   */
  readonly instanceType?: string;
  /**
   * Image of the host, of the type's processor.
   * @default the newest Amazon Linux 2023 on the day the host is made
   */
  readonly imageId?: string;
  /**
   * Minutes without a key after which a session ends, 1 to 60 (45 CFR 164.312(a)(2)(iii)).
   * @default 15
   */
  readonly idleMinutes?: number;
  /**
   * Minutes after which a session ends in any case, 1 to 1440.
   * @default 60
   */
  readonly longestMinutes?: number;
  /**
   * Names of further instance roles whose sessions are recorded, such as the cluster's nodes; they must exist.
   * @default none: Session Manager refuses shells on instances that may not record
   */
  readonly recordedRoles?: string[];
  /**
   * Whether only policies that AWS maintains may be attached (X-02, S5-09). AWS has none for recordings
   * in S3 and none for opening sessions on one host: recordings then stay in CloudWatch, under a wider
   * right to write logs, and people need a policy from elsewhere.
   * @default false
   */
  readonly managedOnly?: boolean;
}

/**
 * The way in for operators: a host without an open port, reached through Systems Manager, recorded.
 *
 * Guarantees: the host has no inbound rule unless SSH is asked for, and then for at most sixteen
 * addresses a range; no public address, no key pair, no right beyond being reached and recording; its
 * volume is encrypted and its metadata need a session token. Every shell that Session Manager opens in
 * the region without naming a document is recorded as it runs, in an encrypted log group and in a
 * locked bucket, or refused; it ends when it is idle or too long. Whoever holds only the policy made
 * here opens such sessions, on this host, with a second factor. Each session raises an alert. The host
 * is patched weekly.
 * One deployment per account and region: the preferences have a name that AWS fixes. Where somebody
 * saved them in the console before, import the document first.
 *
 * Requirement rows: S2-23, S4-101, S5-11, S5-12, X-02, X-03.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(iii), 164.312(b), 164.312(d), 164.308(a)(5)(ii)(C).
 *
 * #### Cost
 * A t4g.micro 6.13 USD, its 10 GiB volume 0.80 USD, detailed monitoring 2.10 USD, an alarm 0.10 USD:
 * about 9 USD a month, and 0.50 USD per GB of recordings.
 *
 * @example
 * ```ts
 * new AccessHost("hipaa-dev-access", {
 *   deployment, vpcId: network.vpcId, subnetId: network.privateSubnetIds[0], endpointSecurityGroupId: network.endpointSecurityGroupId,
 *   clusterSecurityGroupId: cluster.controlPlaneSecurityGroupId, volumeKeyArn: keys.keyArn("phi-data"), auditKeyArn: keys.keyArn("audit"),
 *   auditKeyAlias: keyAlias("hipaa-dev", "audit"), alertTopicArn: alerts.criticalTopicArn, objectLock: { mode: "GOVERNANCE", days: 365 },
 * });
 * ```
 */
export class AccessHost extends pulumi.ComponentResource {
  /** Instance that sessions are opened on. */
  readonly instanceId: pulumi.Output<string>;
  /** Group of the host. */
  readonly securityGroupId: pulumi.Output<string>;
  /** Log group of the recordings. */
  readonly sessionLogGroupName: pulumi.Output<string>;
  /** Locked bucket of the recordings; empty with `managedOnly`. */
  readonly recordingBucketName: pulumi.Output<string>;
  /** Policy for roles of people who open sessions; empty with `managedOnly`. */
  readonly sessionPolicyArn: pulumi.Output<string>;

  constructor(name: string, args: AccessHostArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:AccessHost", name, {}, opts);
    const settings = {
      retentionDays: args.retentionDays ?? 2557,
      logGroupRetentionDays: args.logGroupRetentionDays ?? 2192,
      idleMinutes: args.idleMinutes ?? 15,
      longestMinutes: args.longestMinutes ?? 60,
    };
    refuseProblems(hostProblems(args, settings), this, name);

    const recording = createRecording(this, name, args, settings);
    const network = createNetwork(this, name, args);
    const role = createRole(this, name, args);
    const instance = createInstance(this, name, args, network, role, [recording.preferences]);
    createAlerts(this, name, args, instance);
    this.instanceId = instance.id;
    this.securityGroupId = network.group.id;
    this.sessionLogGroupName = recording.logGroup.name;
    this.recordingBucketName = recording.bucket?.bucket.bucket ?? pulumi.output("");
    this.sessionPolicyArn = args.managedOnly === true ? pulumi.output("") : createSessionPolicy(this, name, args).arn;
    this.registerOutputs({
      instanceId: this.instanceId, securityGroupId: this.securityGroupId, sessionLogGroupName: this.sessionLogGroupName,
      recordingBucketName: this.recordingBucketName, sessionPolicyArn: this.sessionPolicyArn,
    });
  }
}
