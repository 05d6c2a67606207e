import type { Reader } from "../../engine/reader.ts";
import type { Finding } from "../../engine/rule.ts";
import { defineRule } from "../../engine/rule.ts";

const REPLICA = "aws:dynamodb/tableReplica:TableReplica";

function recoverable(part: Reader | undefined, name: string): readonly Finding[] {
  return part?.boolean(name) === true ? [] : [{ property: part?.pathOf(name) ?? "pointInTimeRecovery.enabled", found: "false", required: "true" }];
}

export const dynamodbTablePointInTimeRecovery = defineRule({
  name: "dynamodb-table-point-in-time-recovery",
  description: "Tables and their replicas can be restored to any second of the last 35 days.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)",
    "164.312(a)(2)(ii)",
  ],
  controls: ["dynamodb-pitr"],
  remediation: ["Set pointInTimeRecovery.enabled: true, and pointInTimeRecovery: true on every replica."],
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html",
  resources: ["aws:dynamodb/table:Table", "aws:dynamodb/tableReplica:TableReplica"],
  check: ({ type, props }) => {
    const own = type === REPLICA ? recoverable(props, "pointInTimeRecovery") : recoverable(props.object("pointInTimeRecovery"), "enabled");
    const replicas = type === REPLICA ? [] : props.objects("replicas").flatMap((replica) => recoverable(replica, "pointInTimeRecovery"));
    return [...own, ...replicas];
  },
});
