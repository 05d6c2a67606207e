import { dynamodbTablePointInTimeRecovery } from "../../../../policypack/rules/dynamodb/dynamodb-table-point-in-time-recovery.ts";
import { testRule } from "../../rule-tester.ts";

const replica = { regionName: "us-west-2", pointInTimeRecovery: true };

testRule(dynamodbTablePointInTimeRecovery, {
  compliant: [
    { props: { pointInTimeRecovery: { enabled: true }, replicas: [replica] } },
    { props: { pointInTimeRecovery: { enabled: true } } },
    { type: "aws:dynamodb/tableReplica:TableReplica", props: { pointInTimeRecovery: true } },
  ],
  violating: [
    { why: "no setting", props: { pointInTimeRecovery: undefined }, property: "pointInTimeRecovery.enabled", found: "false" },
    { why: "switched off", props: { pointInTimeRecovery: { enabled: false } }, property: "pointInTimeRecovery.enabled", found: "false" },
    { why: "a replica without it", props: { replicas: [{ regionName: "us-west-2" }] }, property: "replicas[0].pointInTimeRecovery", found: "false" },
    {
      why: "a replica of its own without it",
      props: { pointInTimeRecovery: false },
      fixture: { type: "aws:dynamodb/tableReplica:TableReplica" },
      property: "pointInTimeRecovery",
      found: "false",
    },
  ],
  unknown: ["pointInTimeRecovery", "pointInTimeRecovery.enabled", "replicas", "replicas[0].pointInTimeRecovery"],
});
