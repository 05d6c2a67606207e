import type { Reader } from "../../engine/reader.ts";
import type { Finding } from "../../engine/rule.ts";
import { defineRule } from "../../engine/rule.ts";

const REPLICA = "aws:dynamodb/tableReplica:TableReplica";

function keyed(part: Reader): readonly Finding[] {
  return part.has("kmsKeyArn") ? [] : [{ property: part.pathOf("kmsKeyArn"), found: "nothing, so a key of AWS", required: "the ARN of a customer-managed key" }];
}

export const dynamodbTableEncryptionCmk = defineRule({
  name: "dynamodb-table-encryption-cmk",
  description: "Tables and their replicas are encrypted with customer-managed keys.",
  severity: "high",
  citations: [
    "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)",
    "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["dynamodb-kms-encrypted"],
  remediation: ["Set serverSideEncryption to { enabled: true, kmsKeyArn } and kmsKeyArn on every replica."],
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html",
  resources: ["aws:dynamodb/table:Table", "aws:dynamodb/tableReplica:TableReplica"],
  check: ({ type, props }) => {
    if (type === REPLICA) {
      return keyed(props);
    }
    const encryption = props.object("serverSideEncryption");
    if (encryption?.boolean("enabled") !== true) {
      return [{ property: "serverSideEncryption.enabled", found: "false, so a key of AWS", required: "true" }];
    }
    return [...keyed(encryption), ...props.objects("replicas").flatMap(keyed)];
  },
});
