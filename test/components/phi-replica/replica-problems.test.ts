import { describe, expect, test } from "vitest";
import { PhiReplica, type PhiReplicaArgs } from "../../../components/phi-replica/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { replicaArguments } from "./replica-arguments.ts";

const { database, deployment } = replicaArguments;

const REFUSED: readonly (readonly [string, Partial<PhiReplicaArgs>, string])[] = [
  ["the region of the originals", { deployment: { ...deployment, recoveryRegion: "us-east-1" } },
    'deployment.recoveryRegion = "us-east-1": a region other than the primary (us-east-1). Choose one far enough not to share its disasters'],
  ["a replica without a key", { dataKeyArn: "" },
    "dataKeyArn = null: in us-west-2, the bucket and the database must be encrypted with a key of that region. Give the replica of the data class's key"],
  ["logs without a key", { logsKeyArn: "" },
    "logsKeyArn = null: in us-west-2, the database's logs must be encrypted with a key of that region. Give the replica of the data class's key"],
  ["parameters without a key", { secretsKeyArn: "" },
    "secretsKeyArn = null: in us-west-2, the connection parameter must be encrypted with a key of that region. Give the replica of the data class's key"],
  ["alerts without a topic", { alertTopicArn: "" },
    'alertTopicArn = "": the ARN of a topic in us-east-1, as an alarm publishes in its own region alone. Give the topic of alerts of that region'],
  ["alerts of the recovery region by a topic that is lost with the primary", { recoveryAlertTopicArn: replicaArguments.alertTopicArn },
    'recoveryAlertTopicArn = "arn:aws:sns:us-east-1:111122223333:hipaa-test-alerts": the ARN of a topic in us-west-2, as an alarm publishes in its own region alone. Give the topic of alerts of that region'],
  ["an alias that is none", { dataKeyAlias: "hipaa-test/phi-data" },
    'dataKeyAlias = "hipaa-test/phi-data": the alias of a customer-managed key, such as alias/hipaa/phi-data. Give the alias that the key of PHI has in both regions'],
  ["AWS's own key", { dataKeyAlias: "alias/aws/s3" },
    'dataKeyAlias = "alias/aws/s3": the alias of a customer-managed key, such as alias/hipaa/phi-data. Give the alias that the key of PHI has in both regions'],
  ["one zone", { isolatedSubnetIds: ["subnet-c"] },
    "isolatedSubnetIds = 1: a subnet group needs two zones or more, and a promoted database uses them. Give the isolated subnets of the recovery network"],
  ["a class without Performance Insights", { database: { ...database, instanceClass: "db.t4g.micro" } },
    'database.instanceClass = "db.t4g.micro": a class with Performance Insights, medium or larger. Use db.t4g.medium where cost decides'],
  ["a version of PostgreSQL for MySQL", { database: { ...database, engine: "mysql", postgresVersion: "17" } },
    'database.postgresVersion = "17": nothing, as the engine is mysql. Remove it, or choose the other engine'],
  ["no room to grow", { database: { ...database, maximumStorageGiB: 100 } },
    "database.maximumStorageGiB = 100: whole GiB, at least 10 % above storageGiB (100) and at most 65536. Raise it, so that storage can grow"],
  ["a port that RDS does not take", { database: { ...database, port: 80 } },
    "database.port = 80: RDS takes ports from 1150 to 65535. Leave it out for the engine's own"],
  ["COMPLIANCE without confirmation", { objectLock: { mode: "COMPLIANCE", days: 1 } },
    "objectLock.confirmCompliance = null: nobody, AWS included, can lift a COMPLIANCE lock before its time, so it must be confirmed with true. Set it to true, or use GOVERNANCE"],
  ["logs kept for a month", { logRetentionDays: 30 }, "logRetentionDays = 30: CloudWatch takes 365, 400, 545,"],
  ["access logs kept for a month", { accessLogRetentionDays: 30 }, "accessLogRetentionDays = 30: whole days, at least 365. Leave it out for seven years"],
  ["a prefix that makes a bucket's name too long", { deployment: { ...deployment, prefix: "a-prefix-of-twenty-eight-chars" } },
    'deployment.prefix = "a-prefix-of-twenty-eight-chars": bucket names have at most 63 characters, and a-prefix-of-twenty-eight-chars-phi-access-111122223333-us-west-2 is longer. Shorten the prefix'],
];

describe("PhiReplica refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, changes, message) => {
    await expect(record(() => new PhiReplica("replica", { ...replicaArguments, ...changes }))).rejects.toThrow(message);
  });

  test("all problems in one message", async () => {
    const args: PhiReplicaArgs = { ...replicaArguments, dataKeyArn: "", isolatedSubnetIds: [], objectLock: { mode: "COMPLIANCE", days: 0 } };
    await expect(record(() => new PhiReplica("replica", args))).rejects.toThrow(/^replica: 4 arguments cannot be used; nothing was created\./u);
  });
});
