import { defineRule } from "../../engine/rule.ts";

export const rdsDeletionProtection = defineRule({
  name: "rds-deletion-protection",
  description: "No database can be deleted in one call.",
  severity: "high",
  citations: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"],
  controls: ["rds-deletion-protection"],
  remediation: ["Set deletionProtection: true; to delete a database on purpose, switch it off in a change of its own first."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/globalCluster:GlobalCluster"],
  check: ({ props }) => {
    const deletionProtection = props.boolean("deletionProtection") ?? false;
    return deletionProtection ? [] : [{ property: "deletionProtection", found: String(deletionProtection), required: "true" }];
  },
});
