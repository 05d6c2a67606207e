import { defineStackRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";
import { itemsOf, recordsDataEvents, TRAIL } from "../../engine/trail-events.ts";

const TABLE = "aws:dynamodb/table:Table";

export const cloudtrailDynamodbDataEvents = defineStackRule({
  name: "cloudtrail-dynamodb-data-events",
  description: "Where a stack has trails, some of them record every read and write of items, in every table with PHI (S3-35).",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(6)(ii)", "164.312(a)(2)(i)", "164.312(b)"],
  controls: [],
  remediation: ["Give the trail an event selector for data events of AWS::DynamoDB::Table, without readOnly, that names every table with PHI or all tables."],
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/logging-using-cloudtrail.html",
  resources: [TRAIL],
  check: (stack) => {
    const trails = stack.ofType(TRAIL);
    const [first] = trails;
    const tables = stack.ofType(TABLE).filter(({ props }) => holds(props, "phi")).map(itemsOf);
    if (first === undefined || tables.length === 0) {
      return { notApplicable: "the stack has no table with PHI" };
    }
    const unrecorded = tables.filter((table) => !trails.some((trail) => recordsDataEvents(stack, trail, "AWS::DynamoDB::Table", table)));
    return unrecorded.map(({ resource }) => ({
      urn: first.urn, property: "advancedEventSelectors", found: `no events of items of ${resource.name}`, required: "reads and writes of items in every table with PHI",
    }));
  },
});
