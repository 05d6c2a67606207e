import { describe, expect, test } from "vitest";
import { nearestPolicies } from "../../stacks/nearest-policies.ts";

const AWS = "arn:aws:iam::aws:policy/";
const rights = (...actions: readonly string[]): readonly { readonly action: string }[] => actions.map((action) => ({ action }));
const through = (service: string, ...actions: readonly string[]): readonly { readonly action: string; readonly through: string }[] => actions.map((action) => ({ action, through: service }));

/* Proves which known policy is named for which rights. Does not prove that AWS has left its policies as they were read. */
describe("what comes nearest of AWS's policies", () => {
  test.each([
    ["one that writes logs", rights("logs:CreateLogStream", "logs:PutLogEvents"), `${AWS}service-role/AWSLambdaBasicExecutionRole, wider by writing to every log group, and making log groups that are neither encrypted nor ever emptied`],
    ["one that looks for its group first", rights("logs:PutLogEvents", "logs:DescribeLogGroups"),
      `${AWS}service-role/AmazonAPIGatewayPushToCloudWatchLogs, wider by writing to and reading every log group, and making log groups that are neither encrypted nor ever emptied`],
    ["an agent on a node", rights("logs:PutLogEvents", "ec2:DescribeTags"),
      `${AWS}CloudWatchAgentServerPolicy, wider by writing to every log group, changing how long each keeps, every metric and trace, and the parameters AmazonCloudWatch-*`],
    ["a driver of volumes", through("ec2", "kms:CreateGrant", "kms:ReEncryptTo"),
      `${AWS}service-role/AWSBackupServiceRolePolicyForRestores, wider by making and deleting databases, volumes, file systems and instances, reading and changing items of every table, and every key through those services`],
    ["replication, with two, of which none encrypts", [...rights("s3:ReplicateObject"), ...through("s3", "kms:Decrypt", "kms:Encrypt")],
      `${AWS}AWSBackupServiceRolePolicyForS3Restore with ${AWS}AmazonS3FullAccess, wider by reading, writing and deleting objects of every bucket, and every key through S3; every bucket with its policy, lock and deletion, and every object. `
      + "None of these allows kms:Encrypt: a grant on the key must (aws kms create-grant)"],
    ["a key that is asked directly, which none allows", [...rights("s3:PutObject", "kms:Decrypt")],
      `${AWS}AWSBackupServiceRolePolicyForS3Restore, wider by reading, writing and deleting objects of every bucket, and every key through S3. None of these allows kms:Decrypt: a grant on the key must (aws kms create-grant)`],
    ["a right that none has", rights("rds-db:connect"), "none that the platform knows of: they lack rds-db:connect. Leave out what needs it"],
    ["many rights that none has", rights("logs:PutLogEvents", "eks:A", "eks:B", "eks:C", "eks:D"), "none that the platform knows of: they lack eks:A, eks:B, eks:C and more. Leave out what needs it"],
    ["keys alone, which none opens", rights("kms:Decrypt"), "none that the platform knows of: they lack kms:Decrypt. Leave out what needs it"],
    ["one that only forbids", [], "none: it forbids, which no policy of AWS's does"],
  ])("to %s", (_what, wanted, nearest) => {
    expect(nearestPolicies(wanted)).toBe(nearest);
  });
});
