import { iamAuditLogsWriterCannotDelete } from "../../../../policypack/rules/iam/iam-audit-logs-writer-cannot-delete.ts";
import { allow, policyText } from "../../policy-text.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const objects = "arn:aws:s3:::trail-logs/*";
const stack: StackFixture = {
  trail: { type: "aws:cloudtrail/trail:Trail", props: { s3BucketName: "trail-logs" }, refs: { cloudWatchLogsGroupArn: "group.arn" } },
  bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: "trail-logs" } },
  group: { type: "aws:cloudwatch/logGroup:LogGroup", props: { name: "trail" } },
  evidence: { type: "aws:s3/bucket:Bucket", props: { bucket: "evidence", tags: { DataClassification: "audit" } } },
  role: { type: "aws:iam/role:Role", props: { name: "writer" } },
  policy: { type: "aws:iam/policy:Policy", props: { policy: policyText(allow({ Action: "s3:PutObject", Resource: [objects, "arn:aws:s3:::evidence/*"] })) } },
  attachment: { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", refs: { role: "role.name", policyArn: "policy.arn" } },
};
const inline = (Action: unknown, Resource: unknown) => ({ type: "aws:iam/rolePolicy:RolePolicy", props: { policy: policyText(allow({ Action, Resource })) }, refs: { role: "role.name" } });

testStackRule(iamAuditLogsWriterCannotDelete, {
  compliant: [
    stack,
    { ...stack, deletes: inline("s3:DeleteObject", "arn:aws:s3:::scratch/*") },
    { ...stack, reads: inline(["s3:GetObject", "logs:FilterLogEvents"], "*") },
  ],
  violating: [
    { why: "by a second policy", change: { deletes: inline("s3:Delete*", objects) }, blamed: "role", property: "(policies)", found: "the rights to write and to delete in trail-logs" },
    { why: "by its tag", change: { deletes: inline("s3:DeleteObjectVersion", "arn:aws:s3:::evidence/*") }, blamed: "role", property: "(policies)", found: "the rights to write and to delete in evidence" },
    {
      why: "the log group",
      change: { deletes: inline(["logs:PutLogEvents", "logs:DeleteLogStream"], "arn:aws:logs:us-east-1:123456789012:log-group:trail:*") },
      blamed: "role",
      property: "(policies)",
      found: "the rights to write and to delete in trail",
    },
    {
      why: "a user with everything",
      change: {
        ada: { type: "aws:iam/user:User", props: { name: "ada" } },
        all: { type: "aws:iam/userPolicy:UserPolicy", props: { user: "ada", policy: policyText(allow({ Action: "*", Resource: "*" })) } },
      },
      blamed: "ada",
      property: "(policies)",
      found: "the rights to write and to delete in trail",
    },
  ],
  unknown: [["policy", "policy"]],
});
