import { cloudtrailS3DataEvents } from "../../../../policypack/rules/cloudtrail/cloudtrail-s3-data-events.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const data = { field: "eventCategory", equals: ["Data"] };
const objects = { field: "resources.type", equals: ["AWS::S3::Object"] };
const select = (...fieldSelectors: readonly object[]) => ({ advancedEventSelectors: [{ fieldSelectors }] });
const trail = { type: "aws:cloudtrail/trail:Trail", props: select(data, objects) };
const phi = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi", tagsAll: { DataClassification: "phi" } } };
const logs = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-logs", tagsAll: { DataClassification: "audit" } } };
const finding = { blamed: "trail", property: "advancedEventSelectors" };

testStackRule(cloudtrailS3DataEvents, {
  compliant: [
    { trail, phi, logs },
    { trail: { ...trail, props: select(data, objects, { field: "resources.ARN", startsWiths: ["arn:aws:s3:::hipaa-phi/"] }) }, phi, logs },
    { trail: { ...trail, props: select(data, objects, { field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::hipaa-logs"] }) }, phi, logs },
    { trail: { ...trail, props: { eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }] } }, phi },
    { trail: { ...trail, props: { eventSelectors: [{ readWriteType: "All", dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3:::hipaa-phi/"] }] }] } }, phi },
    { trail, second: { ...trail, props: {} }, phi },
    { trail: { ...trail, props: {} }, logs },
  ],
  violating: [
    { why: "management events only", change: { trail: { props: { advancedEventSelectors: undefined } } }, ...finding, found: "no events of objects" },
    { why: "writes only", change: { trail: { props: select(data, objects, { field: "readOnly", equals: ["false"] }) } }, ...finding, found: "no events of objects" },
    { why: "events of functions", change: { trail: { props: select(data, { field: "resources.type", equals: ["AWS::Lambda::Function"] }) } }, ...finding, found: "no events of objects" },
    {
      why: "management events only, beside a bucket that does not say what it holds",
      change: { trail: { props: { advancedEventSelectors: undefined } }, phi: { props: { tagsAll: { Owner: "team" } } } },
      ...finding,
      found: "no events of objects",
    },
    {
      why: "another bucket",
      change: { trail: { props: select(data, objects, { field: "resources.ARN", startsWiths: ["arn:aws:s3:::hipaa-logs/"] }) } },
      ...finding,
      found: "no events of phi",
    },
    {
      why: "all but the bucket with PHI",
      change: { trail: { props: select(data, objects, { field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::hipaa-phi"] }) } },
      ...finding,
      found: "no events of phi",
    },
    {
      why: "reads only, the older way",
      change: { trail: { props: { advancedEventSelectors: undefined, eventSelectors: [{ readWriteType: "ReadOnly", dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }] } } },
      ...finding,
      found: "no events of objects",
    },
  ],
  unknown: [
    ["trail", "advancedEventSelectors"],
    ["phi", "tagsAll"],
  ],
});
