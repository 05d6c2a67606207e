import * as pulumi from "@pulumi/pulumi";
import type { ComplianceCheck, ComplianceMonitorArgs } from "../../../components/compliance-monitor/index.ts";

export const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };

const key = (name: string): string => `arn:aws:kms:us-east-1:111122223333:key/${name}`;

/** Arguments that are accepted; tests change one at a time. */
export const monitorArguments: ComplianceMonitorArgs = { deployment, auditKeyArn: key("audit") };

/** The hourly check, with code that does nothing: what it does is not what these tests are about. */
export const check: ComplianceCheck = {
  code: new pulumi.asset.AssetArchive({ "index.mjs": new pulumi.asset.StringAsset("export const handler = async () => undefined;") }),
  alertTopicName: "hipaa-test-alerts",
  alertTopicArn: "arn:aws:sns:us-east-1:111122223333:hipaa-test-alerts",
  messagesKeyArn: key("messages"),
  messagesKeyAlias: "alias/hipaa-test/messages",
  settingsKeyArn: key("secrets"),
  logsKeyArn: key("logs"),
};
