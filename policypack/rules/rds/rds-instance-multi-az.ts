import { defineRule } from "../../engine/rule.ts";

export const rdsInstanceMultiAz = defineRule({
  name: "rds-instance-multi-az",
  description: "Every database instance has a standby in another availability zone.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)"],
  controls: ["rds-multi-az"],
  remediation: ["Set multiAz: true."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html",
  resources: ["aws:rds/instance:Instance"],
  check: ({ props }) => {
    if (props.has("replicateSourceDb")) {
      return { notApplicable: "a read replica is itself a copy of the database" };
    }
    const multiAz = props.boolean("multiAz") ?? false;
    return multiAz ? [] : [{ property: "multiAz", found: String(multiAz), required: "true" }];
  },
});
