import type { ThreatDetectionArgs } from "../../../components/threat-detection/index.ts";

/** Arguments that are accepted; each test changes one thing. */
export const detectionArguments: ThreatDetectionArgs = {
  deployment: { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
  phiBuckets: [{ name: "hipaa-test-phi", bucket: "hipaa-test-phi" }],
  dataKeyAlias: "alias/hipaa-test/phi-data",
};
