import { arnOf, bucketArn, type Deployment, viaService } from "../lib/deployment.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import { hostNames, PREFERENCES_DOCUMENT } from "./host-names.ts";

/** AWS's document for a tunnel through an instance to another host's port: the cluster's private endpoint. */
const TUNNEL_DOCUMENT = "AWS-StartPortForwardingSessionToRemoteHost";

/** What an instance needs to record its sessions, and nothing to read or remove a recording. */
export function recordingPolicy(deployment: Deployment, auditKeyAlias: string): string {
  const { recordingBucket, logGroup } = hostNames(deployment);
  const group = arnOf(deployment, "logs", `log-group:${logGroup}`);
  return policyDocument([
    {
      sid: "FindLogGroups",
      reason: "before a session starts, the agent looks up whether the log group is encrypted; it cannot name one",
      actions: ["logs:DescribeLogGroups"],
      resources: ["*"],
    },
    {
      sid: "RecordToLogGroup",
      reason: "what is typed and shown goes to the log group while the session runs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [group, `${group}:*`],
    },
    {
      sid: "RecordToBucket",
      reason: "the whole session goes to the locked bucket when it ends",
      actions: ["s3:PutObject"],
      resources: [bucketArn(deployment, `${recordingBucket}/*`)],
    },
    {
      sid: "CheckBucket",
      reason: "the agent records only to a bucket that is encrypted, and asks for it",
      actions: ["s3:GetBucketLocation", "s3:GetEncryptionConfiguration"],
      resources: [bucketArn(deployment, recordingBucket)],
    },
    {
      sid: "EncryptRecordings",
      reason: "S3 encrypts recordings under the audit key; Decrypt is what an upload in parts needs",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [arnOf(deployment, "kms", "key/*")],
      conditions: {
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": auditKeyAlias },
        StringEquals: { "kms:ViaService": viaService("s3", deployment.region) },
      },
    },
  ]);
}

/**
 * What a person needs to come in: sessions on the host under the recorded document, tunnels through
 * it, and the end of their own sessions. It asks for a second factor; Identity Center, which asks
 * for it itself, says so by its roles' path and by nothing else.
 */
export function sessionPolicy(deployment: Deployment): string {
  const { host } = hostNames(deployment);
  const hosts = [arnOf(deployment, "ec2", "instance/*")];
  const documents = [
    arnOf(deployment, "ssm", `document/${PREFERENCES_DOCUMENT}`),
    arnOf({ ...deployment, accountId: "" }, "ssm", `document/${TUNNEL_DOCUMENT}`),
  ];
  const identityCenter = arnOf(deployment, "iam", "role/aws-reserved/sso.amazonaws.com/*", "");
  const onHost = { StringEquals: { "ssm:resourceTag/Name": host }, BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } };
  const open = (who: string, reason: string, conditions: NonNullable<Statement["conditions"]>): readonly Statement[] => [
    { sid: `OpenOnHost${who}`, reason, actions: ["ssm:StartSession"], resources: hosts, conditions: { ...onHost, ...conditions } },
    { sid: `UseDocuments${who}`, reason: "the recorded shell and the tunnel are the only documents", actions: ["ssm:StartSession"], resources: documents, conditions },
  ];
  return policyDocument([
    ...open("WithSecondFactor", "people with a second factor open sessions on the host alone (S5-11)", { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
    ...open("ThroughIdentityCenter", "people whom Identity Center has asked for a second factor", { ArnLike: { "aws:PrincipalArn": identityCenter } }),
    {
      sid: "OwnSessions",
      reason: "people resume and end sessions of their own",
      actions: ["ssm:ResumeSession", "ssm:TerminateSession"],
      // IAM fills the variables in.
      resources: [arnOf(deployment, "ssm", `session/\${aws:username}-*`), arnOf(deployment, "ssm", `session/\${aws:userid}-*`)],
    },
    {
      sid: "FindHost",
      reason: "people find the host and see whether it is connected",
      actions: ["ec2:DescribeInstances", "ssm:DescribeInstanceInformation", "ssm:DescribeSessions"],
      resources: ["*"],
    },
  ]);
}

/** Recordings come from instances that record, and from nobody else. */
export function recordedByInstancesOnly(deployment: Deployment, roleNames: readonly string[]): Statement {
  const { recordingBucket, hostRoleArn } = hostNames(deployment);
  return {
    sid: "RecordedByInstancesOnly",
    reason: "nobody forges a recording, by hand or by another workload",
    effect: "Deny",
    principals: "*",
    actions: ["s3:PutObject"],
    resources: [bucketArn(deployment, `${recordingBucket}/*`)],
    conditions: { ArnNotEquals: { "aws:PrincipalArn": [hostRoleArn, ...roleNames.map((name) => arnOf(deployment, "iam", `role/${name}`, ""))] } },
  };
}
