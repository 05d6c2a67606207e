import { defineRule } from "../../engine/rule.ts";

export const rdsIamAuthentication = defineRule({
  name: "rds-iam-authentication",
  description: "Applications log in to databases with short-lived IAM tokens.",
  severity: "medium",
  citations: ["164.308(a)(3)(ii)(A)", "164.308(a)(4)(i)"],
  controls: ["rds-iam-authentication"],
  remediation: ["Set iamDatabaseAuthenticationEnabled: true and grant rds-db:connect to the roles that need it."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  check: ({ props }) => {
    const engine = props.string("engine") ?? "";
    if (/^(?:custom-|oracle|sqlserver|db2)/u.test(engine)) {
      return { notApplicable: `RDS has no IAM authentication for ${engine}` };
    }
    const enabled = props.boolean("iamDatabaseAuthenticationEnabled") ?? false;
    return enabled ? [] : [{ property: "iamDatabaseAuthenticationEnabled", found: String(enabled), required: "true" }];
  },
});
