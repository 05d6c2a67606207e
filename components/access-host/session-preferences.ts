import type { Deployment } from "../lib/deployment.ts";
import { hostNames } from "./host-names.ts";

/** How long sessions last. */
export interface SessionLimits {
  /** Minutes without a key after which a session ends. */
  readonly idleMinutes: number;
  /** Minutes after which a session ends in any case. */
  readonly longestMinutes: number;
}

/**
 * Preferences of Session Manager as AWS takes them: all is recorded, encrypted, and ends by itself.
 * @param toBucket whether sessions are recorded in the bucket as well as in the log group
 */
export function sessionPreferences(deployment: Deployment, { idleMinutes, longestMinutes }: SessionLimits, toBucket: boolean): string {
  const { recordingBucket, logGroup } = hostNames(deployment);
  return JSON.stringify({
    schemaVersion: "1.0",
    description: "Every session is recorded, and ends when it is idle or too long",
    sessionType: "Standard_Stream",
    inputs: {
      s3BucketName: toBucket ? recordingBucket : "",
      s3KeyPrefix: "",
      s3EncryptionEnabled: true,
      cloudWatchLogGroupName: logGroup,
      cloudWatchEncryptionEnabled: true,
      cloudWatchStreamingEnabled: true,
      kmsKeyId: "",
      runAsEnabled: false,
      runAsDefaultUser: "",
      idleSessionTimeout: String(idleMinutes),
      maxSessionDuration: String(longestMinutes),
      shellProfile: { windows: "", linux: "" },
    },
  });
}
