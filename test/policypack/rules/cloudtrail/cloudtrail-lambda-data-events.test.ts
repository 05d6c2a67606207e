import { cloudtrailLambdaDataEvents } from "../../../../policypack/rules/cloudtrail/cloudtrail-lambda-data-events.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const select = (type: string) => ({
  advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }, { field: "resources.type", equals: [type] }] }],
});
const trail = { type: "aws:cloudtrail/trail:Trail", props: select("AWS::Lambda::Function") };
const records = { type: "aws:lambda/function:Function", props: { name: "records" } };

testStackRule(cloudtrailLambdaDataEvents, {
  compliant: [
    { trail, records },
    { trail: { ...trail, props: { eventSelectors: [{ dataResources: [{ type: "AWS::Lambda::Function", values: ["arn:aws:lambda"] }] }] } }, records },
  ],
  violating: [
    { why: "no data events", change: { trail: { props: { advancedEventSelectors: undefined } } }, blamed: "trail", property: "advancedEventSelectors", found: "no events of functions" },
    { why: "events of objects", change: { trail: { props: select("AWS::S3::Object") } }, blamed: "trail", property: "advancedEventSelectors", found: "no events of functions" },
  ],
  unknown: [["trail", "advancedEventSelectors"]],
  notApplicable: [{ why: "no function", change: { records: null } }],
});
