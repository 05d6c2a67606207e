import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Document } from "@pulumi/aws/ssm/document.js";
import type * as pulumi from "@pulumi/pulumi";
import { DELETE_MARKERS, keptFor } from "../lib/bucket-lifecycle.ts";
import { classified } from "../lib/data-classification.ts";
import { accessLogBucket, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import type { AccessHostArgs } from "./access-host.ts";
import { hostNames, PREFERENCES_DOCUMENT } from "./host-names.ts";
import { recordedByInstancesOnly } from "./host-policies.ts";
import { type SessionLimits, sessionPreferences } from "./session-preferences.ts";

/** How long recordings are kept, and how long sessions last. */
export interface RecordingSettings extends SessionLimits {
  readonly retentionDays: number;
  readonly logGroupRetentionDays: number;
}

export interface Recording {
  readonly logGroup: LogGroup;
  /** Absent where AWS's own policies are all that may be attached, as none lets an instance write to it. */
  readonly bucket: SecureBucket | undefined;
  readonly preferences: Document;
}

/** Where sessions are recorded, and the preferences by which Session Manager records them. */
export function createRecording(parent: pulumi.Resource, name: string, args: AccessHostArgs, settings: RecordingSettings): Recording {
  const { deployment, auditKeyArn } = args;
  const names = hostNames(deployment);
  const logGroup = new LogGroup(`${name}-sessions`, {
    name: names.logGroup, kmsKeyId: auditKeyArn, retentionInDays: settings.logGroupRetentionDays, tags: classified("audit", { Name: names.logGroup }),
  }, { parent, protect: true });
  const bucket = args.managedOnly === true ? undefined : createBucket(parent, name, args, settings);
  const preferences = new Document(`${name}-preferences`, {
    name: PREFERENCES_DOCUMENT,
    documentType: "Session",
    documentFormat: "JSON",
    content: sessionPreferences(deployment, settings, bucket !== undefined),
  }, { parent, dependsOn: [logGroup, ...(bucket?.guards ?? [])] });
  return { logGroup, bucket, preferences };
}

function createBucket(parent: pulumi.Resource, name: string, args: AccessHostArgs, settings: RecordingSettings): SecureBucket {
  const { deployment, auditKeyArn } = args;
  const names = hostNames(deployment);
  const accessLogs = accessLogBucket(`${name}-access-logs`, {
    deployment, bucket: names.accessLogBucket, sources: [names.recordingBucket], retentionDays: settings.retentionDays,
  }, parent);
  return secureBucket(`${name}-recordings`, {
    deployment,
    bucket: names.recordingBucket,
    classification: "audit",
    keyArn: auditKeyArn,
    lock: args.objectLock,
    // The agent states the bucket's encryption with each upload, so a rule against stated keys would stop it.
    statements: [recordedByInstancesOnly(deployment, args.recordedRoles ?? [])],
    accessLogs: { bucket: names.accessLogBucket, readyAfter: accessLogs.guards },
    lifecycle: [keptFor("retention", settings.retentionDays), DELETE_MARKERS],
  }, parent);
}
