import { dynamodbTableScales } from "../../../../policypack/rules/dynamodb/dynamodb-table-scales.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const records = { type: "aws:dynamodb/table:Table", props: { name: "records", billingMode: "PROVISIONED" } };
const target = (scalableDimension: string) => ({
  type: "aws:appautoscaling/target:Target",
  props: { serviceNamespace: "dynamodb", scalableDimension, resourceId: "table/records", minCapacity: 5, maxCapacity: 500 },
});
const reads = target("dynamodb:table:ReadCapacityUnits");
const writes = target("dynamodb:table:WriteCapacityUnits");

testStackRule(dynamodbTableScales, {
  compliant: [
    { records, reads, writes },
    { records: { ...records, props: { name: "records", billingMode: "PAY_PER_REQUEST" } } },
  ],
  violating: [
    { why: "fixed writes", change: { writes: null }, blamed: "records", property: "billingMode", found: "PROVISIONED, and no scaling of dynamodb:table:WriteCapacityUnits" },
    { why: "left to the default", change: { records: { props: { billingMode: undefined } }, reads: null }, blamed: "records", property: "billingMode", found: "PROVISIONED, and no scaling of dynamodb:table:ReadCapacityUnits" },
    { why: "another table's scaling", change: { reads: { props: { resourceId: "table/other" } } }, blamed: "records", property: "billingMode", found: "PROVISIONED, and no scaling of dynamodb:table:ReadCapacityUnits" },
  ],
  unknown: [["records", "billingMode"], ["reads", "scalableDimension"]],
});
