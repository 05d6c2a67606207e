import { cloudtrailManagementEvents } from "../../../../policypack/rules/cloudtrail/cloudtrail-management-events.ts";
import { testRule } from "../../rule-tester.ts";

const fields = (...list: readonly object[]) => ({ advancedEventSelectors: [{ fieldSelectors: list }] });
const management = { field: "eventCategory", equals: ["Management"] };

testRule(cloudtrailManagementEvents, {
  compliant: [
    { props: fields(management) },
    { props: {} },
    { props: { eventSelectors: [{ readWriteType: "All", includeManagementEvents: true }] } },
    { props: { eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }] } },
  ],
  violating: [
    { why: "data events only", props: fields({ field: "eventCategory", equals: ["Data"] }), property: "advancedEventSelectors", found: "not recorded: all of them" },
    {
      why: "writes only",
      props: fields(management, { field: "readOnly", equals: ["false"] }),
      property: "advancedEventSelectors",
      found: "not recorded: those that the field selectors leave out",
    },
    {
      why: "switched off",
      props: { advancedEventSelectors: undefined, eventSelectors: [{ includeManagementEvents: false }] },
      property: "eventSelectors",
      found: "not recorded: all of them",
    },
    {
      why: "reads only",
      props: { advancedEventSelectors: undefined, eventSelectors: [{ readWriteType: "ReadOnly" }] },
      property: "eventSelectors",
      found: "not recorded: those that the selectors leave out",
    },
    {
      why: "without calls to KMS",
      props: { advancedEventSelectors: undefined, eventSelectors: [{ excludeManagementEventSources: ["kms.amazonaws.com"] }] },
      property: "eventSelectors",
      found: "not recorded: those that the selectors leave out",
    },
  ],
  unknown: ["advancedEventSelectors"],
});
