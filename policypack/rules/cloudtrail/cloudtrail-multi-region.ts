import { defineRule } from "../../engine/rule.ts";

export const cloudtrailMultiRegion = defineRule({
  name: "cloudtrail-multi-region",
  description: "Every trail records all regions and the global services, and is switched on.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(A)", "164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(5)(ii)(C)", "164.308(a)(6)(ii)", "164.312(b)",
    "164.312(e)(2)(i)",
  ],
  controls: ["cloudtrail-multi-region", "cloudtrail-enabled"],
  remediation: ["Set isMultiRegionTrail: true, and leave enableLogging and includeGlobalServiceEvents at their default, true."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: ({ props }) =>
    [
      { name: "isMultiRegionTrail", fallback: false },
      { name: "enableLogging", fallback: true },
      { name: "includeGlobalServiceEvents", fallback: true },
    ].flatMap(({ name, fallback }) => ((props.boolean(name) ?? fallback) ? [] : [{ property: name, found: "false", required: "true" }])),
});
