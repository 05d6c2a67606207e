import { arnOf, bucketName, type Deployment } from "../lib/deployment.ts";

/** Physical names of the way in and of its records; policies are built from them. */
export interface HostNames {
  /** Name of the instance, its role and its security group. */
  readonly host: string;
  readonly hostRoleArn: string;
  readonly recordingBucket: string;
  readonly accessLogBucket: string;
  readonly logGroup: string;
  readonly recordingPolicy: string;
  /** Policy that lets a person open sessions. */
  readonly sessionPolicy: string;
  readonly sessionRule: string;
}

/**
 * Name by which Session Manager finds an account's preferences in a region; AWS fixes it. What it
 * says holds for every session whose opener names no document.
 */
export const PREFERENCES_DOCUMENT = "SSM-SessionManagerRunShell";

export function hostNames(deployment: Deployment): HostNames {
  const host = `${deployment.prefix}-access-host`;
  return {
    host,
    hostRoleArn: arnOf(deployment, "iam", `role/${host}`, ""),
    recordingBucket: bucketName(deployment, "sessions"),
    accessLogBucket: bucketName(deployment, "sessions-access"),
    logGroup: `/${deployment.prefix}/sessions`,
    recordingPolicy: `${deployment.prefix}-session-recording`,
    sessionPolicy: `${deployment.prefix}-open-sessions`,
    sessionRule: `${deployment.prefix}-sessions-opened`,
  };
}
