import { dynamodbTableDeletionProtection } from "../../../../policypack/rules/dynamodb/dynamodb-table-deletion-protection.ts";
import { testRule } from "../../rule-tester.ts";

testRule(dynamodbTableDeletionProtection, {
  compliant: [
    { props: { deletionProtectionEnabled: true, replicas: [{ regionName: "us-west-2", deletionProtectionEnabled: true }] } },
    { type: "aws:dynamodb/tableReplica:TableReplica", props: { deletionProtectionEnabled: true } },
  ],
  violating: [
    { why: "unprotected", props: { deletionProtectionEnabled: false }, property: "deletionProtectionEnabled", found: "false" },
    { why: "left to the default", props: { deletionProtectionEnabled: undefined }, property: "deletionProtectionEnabled", found: "false" },
    { why: "an unprotected replica", props: { replicas: [{ regionName: "us-west-2" }] }, property: "replicas[0].deletionProtectionEnabled", found: "false" },
  ],
  unknown: ["deletionProtectionEnabled", "replicas", "replicas[0].deletionProtectionEnabled"],
});
