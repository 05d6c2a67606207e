import { defineRule } from "../../engine/rule.ts";

export const dynamodbTableDeletionProtection = defineRule({
  name: "dynamodb-table-deletion-protection",
  description: "No table can be deleted in one call.",
  severity: "high",
  citations: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"],
  controls: ["dynamodb-deletion-protection"],
  remediation: ["Set deletionProtectionEnabled: true on the table and on every replica."],
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html",
  resources: ["aws:dynamodb/table:Table", "aws:dynamodb/tableReplica:TableReplica"],
  check: ({ props }) =>
    [props, ...props.objects("replicas")].flatMap((part) =>
      part.boolean("deletionProtectionEnabled") === true ? [] : [{ property: part.pathOf("deletionProtectionEnabled"), found: "false", required: "true" }],
    ),
});
