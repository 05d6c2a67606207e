import { describe, expect, test } from "vitest";
import { replicationPolicy, replicationTrust } from "../../../components/lib/replication-rights.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";

const SOURCE = "arn:aws:s3:::hipaa-test-phi-111122223333-us-east-1";
const REPLICA = "arn:aws:s3:::hipaa-test-phi-111122223333-us-west-2";
const bucket = {
  deployment: { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
  source: "hipaa-test-phi-111122223333-us-east-1", replica: "hipaa-test-phi-111122223333-us-west-2", keyAlias: "alias/hipaa-test/phi-data", replicateDeleteMarkers: false,
};
const document = replicationPolicy(bucket);

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
  ])("%s: the key by its alias, through S3 of one region, for one bucket", (sid, actions, region, place) => {
    expect(statement(document, sid)).toMatchObject({
      Action: actions,
      Resource: [`arn:aws:kms:${region}:111122223333:key/*`],
      Condition: {
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/hipaa-test/phi-data"] },
        StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [place, `${place}/*`] },
      },
    });
  });

  test("repeat deletions only where that is asked for", () => {
    const actions = statementsOf(replicationPolicy({ ...bucket, replicateDeleteMarkers: true })).flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes("Delete"))).toEqual(["s3:ReplicateDelete"]);
  });

  test("are S3's, for this bucket of this account", () => {
    expect(statementsOf(replicationTrust(bucket))).toMatchObject([{
      Principal: { Service: ["s3.amazonaws.com"] },
      Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" }, ArnLikeIfExists: { "aws:SourceArn": SOURCE } },
    }]);
  });
});
