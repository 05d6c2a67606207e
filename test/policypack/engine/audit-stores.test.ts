import { expect, test } from "vitest";
import { auditStores } from "../../../policypack/engine/audit-stores.ts";
import { type StackFixture, STACK_FORMS, type StackForm, stackOf } from "../stack-fixture.ts";

const audit = { DataClassification: "audit" };
const stack: StackFixture = {
  tagged: { type: "aws:s3/bucket:Bucket", props: { bucket: "tagged", tags: audit } },
  byDefault: { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "by-default", tagsAll: audit } },
  ofTrail: { type: "aws:s3/bucket:Bucket", props: { bucket: "of-trail" } },
  plain: { type: "aws:s3/bucket:Bucket", props: { bucket: "plain", tags: { DataClassification: "operational" } } },
  untagged: { type: "aws:s3/bucket:Bucket", props: { bucket: "untagged" } },
  trail: { type: "aws:cloudtrail/trail:Trail", props: { name: "trail" }, refs: { s3BucketName: "ofTrail.id", cloudWatchLogsGroupArn: "ofTrailToo.arn" } },
  ofTrailToo: { type: "aws:cloudwatch/logGroup:LogGroup", props: { name: "/of-trail" } },
  evidence: { type: "aws:cloudwatch/logGroup:LogGroup", props: { name: "/evidence", tags: audit } },
  application: { type: "aws:cloudwatch/logGroup:LogGroup", props: { name: "/application" } },
};

test.each<[StackForm]>(STACK_FORMS.map((form) => [form]))("audit logs lie where a tag or a trail says so, %s", (form) => {
  expect(auditStores(stackOf(stack, form)).map(({ shown }) => shown).toSorted()).toEqual(["/evidence", "/of-trail", "by-default", "of-trail", "tagged"]);
});

test("each is known by what writes to it, what deletes from it, and what is inside", () => {
  const { tagged = { type: "" }, evidence = { type: "" } } = stack;
  expect(auditStores(stackOf({ tagged, evidence }, "in an exported state"))).toEqual([
    { shown: "tagged", service: "s3", names: ["tagged/zz-probe"], writing: ["s3:PutObject"], deleting: ["s3:DeleteObject", "s3:DeleteObjectVersion"] },
    {
      shown: "/evidence", service: "logs", names: ["log-group:/evidence", "log-group:/evidence:zz-probe"],
      writing: ["logs:PutLogEvents"], deleting: ["logs:DeleteLogGroup", "logs:DeleteLogStream"],
    },
  ]);
});
