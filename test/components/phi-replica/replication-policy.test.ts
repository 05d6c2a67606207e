import { describe, expect, test } from "vitest";
import { replicationPolicy } from "../../../components/phi-replica/replication-policy.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { replicaArguments } from "./replica-arguments.ts";

const SOURCE = "arn:aws:s3:::hipaa-test-phi-111122223333-us-east-1";
const REPLICA = "arn:aws:s3:::hipaa-test-phi-111122223333-us-west-2";
const document = replicationPolicy({ ...replicaArguments, replicateDeleteMarkers: false });

describe("rights of the replication role", () => {
  test("never delete, and write to the replica alone", () => {
    const writing = statementsOf(document).filter(({ Action }) => Action.some((action) => /^s3:(?:Put|Replicate|Delete|Restore|Bypass)/u.test(action)));
    expect(writing.map(({ Resource }) => Resource)).toEqual([[`${REPLICA}/*`]]);
    expect(statementsOf(document).flatMap(({ Action }) => Action).filter((action) => action.includes("Delete") || action.includes("*"))).toEqual([]);
  });

  test("read the source alone, locks included", () => {
    expect(statement(document, "ReadSettings")).toMatchObject({ Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"], Resource: [SOURCE] });
    expect(statement(document, "ReadObjects")).toMatchObject({ Resource: [`${SOURCE}/*`] });
    expect(statement(document, "ReadObjects").Action).toEqual(expect.arrayContaining(["s3:GetObjectRetention", "s3:GetObjectLegalHold", "s3:GetObjectVersionForReplication"]));
  });

  test.each([
    ["DecryptObjects", ["kms:Decrypt"], "us-east-1", SOURCE],
    ["EncryptReplicas", ["kms:Encrypt", "kms:GenerateDataKey"], "us-west-2", REPLICA],
  ])("%s: the key of PHI, through S3 of one region, for one bucket", (sid, actions, region, bucket) => {
    expect(statement(document, sid)).toMatchObject({
      Action: actions,
      Resource: [`arn:aws:kms:${region}:111122223333:key/*`],
      Condition: {
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/hipaa-test/phi-data"] },
        StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucket, `${bucket}/*`] },
      },
    });
  });
});
