import { beforeAll, describe, expect, test } from "vitest";
import { PhiReplica, RECOVERY_FACTS } from "../../../components/phi-replica/index.ts";
import { replicaAlarms } from "../../../components/phi-replica/replica-alarms.ts";
import { chosenEngine } from "../../../components/lib/database-engine.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { replicaArguments } from "./replica-arguments.ts";

const { deployment } = replicaArguments;
const alarms = replicaAlarms(deployment, chosenEngine({}), 100, false);

/** AWS publishes S3's latency and RDS's lag where the replica is, everything else where the source is. */
const WATCHED = [
  ["database-lag", true, "AWS/RDS", "ReplicaLag", { DBInstanceIdentifier: "hipaa-test-db-replica" }, 300],
  ["database-kept-for-replica", false, "AWS/RDS", "OldestReplicationSlotLag", { DBInstanceIdentifier: "hipaa-test-db" }, 20 * 1024 ** 3],
  ["bucket-latency", true, "AWS/S3", "ReplicationLatency", { SourceBucket: "hipaa-test-phi-111122223333-us-east-1", DestinationBucket: "hipaa-test-phi-111122223333-us-west-2", RuleId: "every-object" }, 900],
  ["bucket-failures", false, "AWS/S3", "OperationsFailedReplication", { SourceBucket: "hipaa-test-phi-111122223333-us-east-1", DestinationBucket: "hipaa-test-phi-111122223333-us-west-2", RuleId: "every-object" }, 0],
  ["records-latency", false, "AWS/DynamoDB", "ReplicationLatency", { TableName: "hipaa-test-patient-records", ReceivingRegion: "us-west-2" }, 60_000],
] as const;

function thresholdOf(id: string): number {
  return Number(alarms.find((alarm) => alarm.id === id)?.metric.threshold);
}

function minutesOf(store: string): number {
  return RECOVERY_FACTS.find((fact) => fact.store === store)?.rpoMinutes ?? Number.NaN;
}

describe("alarms on replicas", () => {
  test.each(WATCHED)("%s watches the metric where AWS publishes it", (id, recovery, namespace, metricName, dimensions, threshold) => {
    expect(alarms.find((alarm) => alarm.id === id)).toMatchObject({ recovery, metric: { namespace, metricName, dimensions, threshold } });
  });

  test("are all listed above", () => {
    expect(alarms.map(({ id }) => id)).toEqual(WATCHED.map(([id]) => id));
  });

  test("a replica that says nothing is one that lags; a bucket without new objects is not", () => {
    expect(alarms.map(({ id, metric }) => [id, metric.treatMissingData === "breaching"])).toEqual(WATCHED.map(([id]) => [id, id === "database-lag"]));
  });

  test("say what to do, in words that name no object and no person (X-15)", () => {
    for (const { advice } of alarms) {
      expect(advice).toMatch(/Look|Repair|Compare|Check|See/u);
      expect(advice.length).toBeLessThan(1024);
    }
  });

  test("of a promoted database say nothing of lag, which it has none", () => {
    expect(replicaAlarms(deployment, chosenEngine({}), 100, true).map(({ id }) => id)).toEqual(["bucket-latency", "bucket-failures", "records-latency"]);
  });

  test("of MySQL watch its binary log", () => {
    expect(replicaAlarms(deployment, chosenEngine({ engine: "mysql" }), 100, false).map(({ metric }) => metric.metricName)).toContain("BinLogDiskUsage");
  });

  describe("as resources", () => {
    let resources: readonly Recorded[] = [];
    beforeAll(async () => {
      resources = await record(() => new PhiReplica("replica", replicaArguments), { mode: "up" });
    });

    test("alert people in the alarm's own region, also when there is no data", () => {
      const topics = { "us-east-1": replicaArguments.alertTopicArn, "us-west-2": replicaArguments.recoveryAlertTopicArn };
      for (const { inputs } of all(resources, "aws:cloudwatch/metricAlarm:MetricAlarm")) {
        const topic = topics[inputs["region"] === "us-west-2" ? "us-west-2" : "us-east-1"];
        expect(inputs).toMatchObject({ alarmActions: [topic], insufficientDataActions: [topic] });
      }
    });

    test("tell of failed rotations of the database's secret, which would leave its first password good", () => {
      const rule = one(resources, "aws:cloudwatch/eventRule:EventRule").inputs;
      expect(JSON.parse(String(rule["eventPattern"]))).toEqual({
        source: ["aws.secretsmanager"], "detail-type": ["AWS Service Event via CloudTrail"],
        detail: { eventName: ["RotationFailed"], additionalEventData: { SecretId: [{ prefix: "arn:aws:secretsmanager:us-east-1:111122223333:secret:hipaa-test/database/master-" }] } },
      });
      expect(one(resources, "aws:cloudwatch/eventTarget:EventTarget").inputs).toMatchObject({ arn: replicaArguments.alertTopicArn, inputTransformer: { inputTemplate: expect.not.stringContaining("SecretId") } });
    });

    test("have no topics of their own, to which nobody would listen", () => {
      expect(all(resources, "aws:sns/topic:Topic")).toEqual([]);
    });
  });
});

describe("facts on recovery", () => {
  test("meet 15 minutes for every store that is replicated (S1-73), and say what that rests on", () => {
    expect(RECOVERY_FACTS.map(({ store }) => store)).toEqual(["database", "bucket", "records table", "database secret"]);
    expect(RECOVERY_FACTS.filter(({ rpoMinutes, rtoMinutes }) => rpoMinutes > 15 || rtoMinutes > 60)).toEqual([]);
  });

  test("call guaranteed only what AWS has a service level agreement for", () => {
    expect(RECOVERY_FACTS.filter(({ guaranteed }) => guaranteed).map(({ store }) => store)).toEqual(["bucket"]);
  });

  test("an alarm goes off no later than the figure", () => {
    expect(thresholdOf("database-lag")).toBeLessThanOrEqual(minutesOf("database") * 60);
    expect(thresholdOf("bucket-latency")).toBeLessThanOrEqual(minutesOf("bucket") * 60);
    expect(thresholdOf("records-latency") / 1000).toBeLessThanOrEqual(minutesOf("records table") * 60);
  });
});
