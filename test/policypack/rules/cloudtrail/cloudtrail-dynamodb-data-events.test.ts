import { cloudtrailDynamodbDataEvents } from "../../../../policypack/rules/cloudtrail/cloudtrail-dynamodb-data-events.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const data = { field: "eventCategory", equals: ["Data"] };
const items = { field: "resources.type", equals: ["AWS::DynamoDB::Table"] };
const select = (...fieldSelectors: readonly object[]) => ({ advancedEventSelectors: [{ fieldSelectors }] });
const place = (operators: object) => select(data, items, { field: "resources.ARN", ...operators });
const basic = (...values: readonly string[]) => ({ eventSelectors: [{ dataResources: [{ type: "AWS::DynamoDB::Table", values }] }] });
const tables = "arn:aws:dynamodb:us-east-1:123456789012:table";
const trail = { type: "aws:cloudtrail/trail:Trail", props: place({ equals: [`${tables}/visits`, `${tables}/records`] }) };
const records = { type: "aws:dynamodb/table:Table", props: { name: "records", tagsAll: { DataClassification: "phi" } }, provider: { region: "us-east-1" } };
const state = { ...records, props: { name: "state", tagsAll: { DataClassification: "operational" } } };
const narrowed = (why: string, props: object) => ({
  why, change: { trail: { props: { advancedEventSelectors: undefined, ...props } } }, blamed: "trail", property: "advancedEventSelectors", found: "no events of items of records",
});

testStackRule(cloudtrailDynamodbDataEvents, {
  compliant: [
    { trail, records, state },
    { trail: { ...trail, props: select(data, items) }, records },
    { trail: { ...trail, props: place({ startsWiths: [`${tables}/rec`] }) }, records },
    { trail: { ...trail, props: place({ startsWiths: ["arn:aws:dynamodb:us-east-1:"] }) }, records },
    { trail: { ...trail, props: place({ notEquals: [`${tables}/state`] }) }, records, state },
    { trail: { ...trail, props: place({ equals: ["arn:aws-us-gov:dynamodb:us-gov-west-1:123456789012:table/records"] }) }, records: { ...records, provider: { region: "us-gov-west-1" } } },
    { trail: { ...trail, props: { eventSelectors: [{ readWriteType: "All", dataResources: [{ type: "AWS::DynamoDB::Table", values: ["arn:aws:dynamodb"] }] }] } }, records },
    { trail: { ...trail, props: basic(`${tables}/records`) }, records },
    { trail: { ...trail, props: {} }, second: trail, records },
  ],
  violating: [
    narrowed("management events only", {}),
    narrowed("writes only", select(data, items, { field: "readOnly", equals: ["false"] })),
    narrowed("events of objects", select(data, { field: "resources.type", equals: ["AWS::S3::Object"] })),
    narrowed("another table", place({ equals: [`${tables}/visits`] })),
    narrowed("a table whose name begins as the other's", place({ equals: [`${tables}/rec`] })),
    narrowed("tables whose names begin otherwise", place({ startsWiths: [`${tables}/visits`] })),
    narrowed("another region", place({ startsWiths: ["arn:aws:dynamodb:us-west-2:"] })),
    narrowed("another service", place({ startsWiths: ["arn:aws:s3"] })),
    narrowed("all but the table with PHI", place({ notEquals: [`${tables}/records`] })),
    narrowed("reads only, the older way", { eventSelectors: [{ readWriteType: "ReadOnly", dataResources: [{ type: "AWS::DynamoDB::Table", values: ["arn:aws:dynamodb"] }] }] }),
    narrowed("another table, the older way", basic(`${tables}/visits`)),
  ],
  unknown: [["trail", "advancedEventSelectors"], ["records", "tagsAll"]],
  notApplicable: [{ why: "no PHI in tables", change: { records: null } }],
});
