import { type AuditStore, auditStores } from "../../engine/audit-stores.ts";
import { coversAction, coversNamed } from "../../engine/policy-document-grants.ts";
import { HOLDER_TYPES, statementsOf } from "../../engine/policy-document-holders.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const iamAuditLogsWriterCannotDelete = defineStackRule({
  name: "iam-audit-logs-writer-cannot-delete",
  description: "Nobody who writes audit logs (the bucket and log group of a trail, and what is tagged DataClassification: audit) can delete them as well.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)", "164.312(c)(1)", "164.312(c)(2)"],
  remediation: [
    "Give writing and deleting to different roles, or leave deleting to the retention of the bucket and the log group.",
  ],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
  resources: HOLDER_TYPES,
  check: (stack) => {
    const stores = auditStores(stack);
    return stack.ofType(...HOLDER_TYPES).flatMap((holder) => {
      const statements = stores.length === 0 ? [] : statementsOf(stack, holder).filter(({ effect }) => effect === "Allow");
      const may = (actions: readonly string[], { service, names }: AuditStore) =>
        statements.some((statement) => actions.some((action) => coversAction(statement, action)) && names.some((name) => coversNamed(statement, service, name)));
      return stores
        .filter((store) => may(store.writing, store) && may(store.deleting, store))
        .map(({ shown }) => ({ urn: holder.urn, property: "(policies)", found: `the rights to write and to delete in ${shown}`, required: "one of the two" }));
    });
  },
});
