import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Domain } from "@pulumi/aws/codeartifact/domain.js";
import { Provider } from "@pulumi/aws/provider.js";
import { accountId, key } from "./account.ts";

const tags = { Environment: "Development", Application: "Healthcare System", Owner: "platform-team", ManagedBy: "Pulumi", Compliance: "HIPAA" };

/** What lies where no agreement covers it. */
export function makeResidency(): void {
  // Right in everything but its place: no agreement covers the region.
  const mumbai = new Provider("mumbai", { region: "ap-south-1", defaultTags: { tags } });
  new LogGroup("far-away", { name: "/clinic/far-away", kmsKeyId: `arn:aws:kms:ap-south-1:${accountId}:key/11111111-2222-3333-4444-555555555555`, retentionInDays: 400 }, { provider: mumbai });

  // A service that AWS's agreement leaves out.
  new Domain("packages", { domain: "clinic-packages", encryptionKey: key });
}
