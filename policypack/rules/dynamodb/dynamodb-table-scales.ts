import { defineStackRule } from "../../engine/rule.ts";
import type { JudgedStack, StackResource } from "../../engine/rule.ts";

function scales(stack: JudgedStack, target: StackResource, table: StackResource): boolean {
  const name = table.props.knownStrings("name")[0];
  return stack.refersTo(target, "resourceId", table) || (name !== undefined && target.props.knownStrings("resourceId").includes(`table/${name}`));
}

export const dynamodbTableScales = defineStackRule({
  name: "dynamodb-table-scales",
  description: "Tables grow with their load: on demand, or provisioned with auto scaling of reads and writes.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)"],
  controls: ["dynamodb-autoscaling"],
  remediation: ['Set billingMode to "PAY_PER_REQUEST", or add an appautoscaling.Target with resourceId "table/<name>" for reads and one for writes.'],
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
  resources: ["aws:dynamodb/table:Table"],
  check: (stack) =>
    stack.ofType("aws:dynamodb/table:Table").flatMap((table) => {
      const billing = table.props.string("billingMode") ?? "PROVISIONED";
      if (billing === "PAY_PER_REQUEST") {
        return [];
      }
      const targets = stack.ofType("aws:appautoscaling/target:Target").filter((target) => scales(stack, target, table));
      const missing = ["dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"].filter(
        (dimension) => !targets.some(({ props }) => props.string("scalableDimension") === dimension),
      );
      const required = '"PAY_PER_REQUEST", or auto scaling';
      return missing.map((dimension) => ({ urn: table.urn, property: "billingMode", found: `${billing}, and no scaling of ${dimension}`, required }));
    }),
});
