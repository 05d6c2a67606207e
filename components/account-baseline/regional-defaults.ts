import { Analyzer } from "@pulumi/aws/accessanalyzer/analyzer.js";
import { DefaultKmsKey } from "@pulumi/aws/ebs/defaultKmsKey.js";
import { EncryptionByDefault } from "@pulumi/aws/ebs/encryptionByDefault.js";
import { SnapshotBlockPublicAccess } from "@pulumi/aws/ebs/snapshotBlockPublicAccess.js";
import { ImageBlockPublicAccess } from "@pulumi/aws/ec2/imageBlockPublicAccess.js";
import { InstanceMetadataDefaults } from "@pulumi/aws/ec2/instanceMetadataDefaults.js";
import { SerialConsoleAccess } from "@pulumi/aws/ec2/serialConsoleAccess.js";
import { ServiceSetting } from "@pulumi/aws/ssm/serviceSetting.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";

/** The switches of one region; `place` parts the logical names of the regions. */
export interface RegionalDefaults {
  readonly deployment: Deployment;
  readonly place: "" | "-recovery";
  readonly region: string;
  /** @default the key that AWS keeps for volumes */
  readonly volumeKeyArn?: pulumi.Input<string>;
}

/** Sets everything that is open in a new account, and that AWS keeps by region. */
export function createRegionalDefaults(parent: pulumi.Resource, name: string, { deployment, place, region, volumeKeyArn }: RegionalDefaults): void {
  const options = { parent };
  if (volumeKeyArn !== undefined) {
    new DefaultKmsKey(`${name}-volume-key${place}`, { keyArn: volumeKeyArn, ...(place === "" ? {} : { region }) }, options);
  }
  new EncryptionByDefault(`${name}-volumes${place}`, { enabled: true, region }, options);
  new SnapshotBlockPublicAccess(`${name}-snapshots${place}`, { state: "block-all-sharing", region }, options);
  new ImageBlockPublicAccess(`${name}-images${place}`, { state: "block-new-sharing", region }, options);
  new InstanceMetadataDefaults(`${name}-metadata${place}`, { httpTokens: "required", httpPutResponseHopLimit: 1, region }, options);
  new SerialConsoleAccess(`${name}-serial-console${place}`, { enabled: false, region }, options);
  new ServiceSetting(`${name}-documents${place}`, { settingId: "/ssm/documents/console/public-sharing-permission", settingValue: "Disable", region }, options);
  // An analyzer sees the buckets, keys and roles' trust of its own region only.
  new Analyzer(`${name}-analyzer${place}`, { analyzerName: `${deployment.prefix}-external-access`, type: "ACCOUNT", region }, options);
}

/** Reports rights, credentials and roles that nobody used; identities are global, so that one region is enough. */
export function createUnusedAccessAnalyzer(parent: pulumi.Resource, name: string, deployment: Deployment, unusedAccessAge: number): void {
  new Analyzer(`${name}-unused-access`, {
    analyzerName: `${deployment.prefix}-unused-access`, type: "ACCOUNT_UNUSED_ACCESS", configuration: { unusedAccess: { unusedAccessAge } },
  }, { parent });
}
