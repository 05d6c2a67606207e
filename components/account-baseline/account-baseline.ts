import { Analyzer } from "@pulumi/aws/accessanalyzer/analyzer.js";
import { DefaultKmsKey } from "@pulumi/aws/ebs/defaultKmsKey.js";
import { EncryptionByDefault } from "@pulumi/aws/ebs/encryptionByDefault.js";
import { SnapshotBlockPublicAccess } from "@pulumi/aws/ebs/snapshotBlockPublicAccess.js";
import { InstanceMetadataDefaults } from "@pulumi/aws/ec2/instanceMetadataDefaults.js";
import { AccountPasswordPolicy } from "@pulumi/aws/iam/accountPasswordPolicy.js";
import { AccountPublicAccessBlock } from "@pulumi/aws/s3/accountPublicAccessBlock.js";
import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";

export interface AccountBaselineArgs {
  readonly deployment: Deployment;
  /** Key that encrypts every new EBS volume of the primary region whose creator names none. */
  readonly dataKeyArn: pulumi.Input<string>;
}

/**
 * Account-wide defaults, so that what somebody creates by hand is not the hole.
 *
 * Guarantees: no bucket of the account can be public; passwords of IAM users are long, mixed, fresh
 * and not reused. In both regions, new volumes are encrypted (with the PHI key in the primary one),
 * snapshots cannot be shared with everybody, instances answer metadata requests with a session token
 * only, and what is shared outside the account is reported.
 * One deployment per account: two stacks in one account would set the same switches.
 *
 * Requirement rows: S5-13 (account-level block), S1-22, S5-20.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.308(a)(5)(ii)(D).
 *
 * #### Cost
 * None.
 */
export class AccountBaseline extends pulumi.ComponentResource {
  /** Account whose defaults are set. */
  readonly accountId: pulumi.Output<string>;

  constructor(name: string, args: AccountBaselineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:AccountBaseline", name, {}, opts);
    const block = new AccountPublicAccessBlock(`${name}-buckets`, {
      accountId: args.deployment.accountId,
      blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true,
    }, { parent: this });
    new AccountPasswordPolicy(`${name}-passwords`, {
      minimumPasswordLength: 14,
      requireLowercaseCharacters: true, requireUppercaseCharacters: true, requireNumbers: true, requireSymbols: true,
      passwordReusePrevention: 24,
      maxPasswordAge: 90,
      allowUsersToChangePassword: true,
    }, { parent: this });
    new DefaultKmsKey(`${name}-volume-key`, { keyArn: args.dataKeyArn }, { parent: this });
    for (const [place, region] of [["", args.deployment.region], ["-recovery", args.deployment.recoveryRegion]] as const) {
      new EncryptionByDefault(`${name}-volumes${place}`, { enabled: true, region }, { parent: this });
      new SnapshotBlockPublicAccess(`${name}-snapshots${place}`, { state: "block-all-sharing", region }, { parent: this });
      new InstanceMetadataDefaults(`${name}-metadata${place}`, { httpTokens: "required", httpPutResponseHopLimit: 1, region }, { parent: this });
      // An analyzer sees the buckets, keys and roles' trust of its own region only.
      new Analyzer(`${name}-analyzer${place}`, { analyzerName: `${args.deployment.prefix}-external-access`, type: "ACCOUNT", region }, { parent: this });
    }
    this.accountId = block.accountId;
    this.registerOutputs({ accountId: this.accountId });
  }
}
