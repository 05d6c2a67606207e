import { defineRule } from "../../engine/rule.ts";
import { SIX_YEARS_IN_DAYS } from "../../engine/tags.ts";

export const cloudtrailEventStoreKeptSixYears = defineRule({
  name: "cloudtrail-event-store-kept-six-years",
  description: "Event data stores keep what they record for six years and cannot be deleted in one call.",
  severity: "high",
  citations: ["164.312(b)", "164.316(b)(1)", "164.316(b)(2)(i)"],
  controls: [],
  remediation: ["Remove retentionPeriod, which is 2555 days by default, or set it to 2192 or more, and leave terminationProtectionEnabled true."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html",
  resources: ["aws:cloudtrail/eventDataStore:EventDataStore"],
  check: ({ props }) => {
    const days = props.number("retentionPeriod") ?? 2555;
    return [
      ...(days >= SIX_YEARS_IN_DAYS ? [] : [{ property: "retentionPeriod", found: `${String(days)} days`, required: `${String(SIX_YEARS_IN_DAYS)} days or more` }]),
      ...(props.boolean("terminationProtectionEnabled") === false ? [{ property: "terminationProtectionEnabled", found: "false", required: "true" }] : []),
    ];
  },
});
