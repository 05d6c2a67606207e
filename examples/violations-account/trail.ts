import { Guardrail } from "@pulumi/aws/bedrock/guardrail.js";
import { Trail } from "@pulumi/aws/cloudtrail/trail.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { Function as LambdaFunction } from "@pulumi/aws/lambda/function.js";
import { accountId, allow, key, role } from "./documents.ts";

// A trail that records objects, and of the management plane changes alone, while a function and a model are at work.
new Trail("trail", {
  name: "clinic",
  s3BucketName: "clinic-trail-logs",
  isMultiRegionTrail: true,
  enableLogFileValidation: true,
  kmsKeyId: key,
  cloudWatchLogsGroupArn: `arn:aws:logs:us-east-1:${accountId}:log-group:/clinic/trail:*`,
  cloudWatchLogsRoleArn: role("trail"),
  eventSelectors: [
    { readWriteType: "WriteOnly", includeManagementEvents: true },
    { readWriteType: "All", includeManagementEvents: false, dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] },
  ],
}, { protect: true });
new LambdaFunction("letters", {
  name: "clinic-letters", role: role("letters"), runtime: "nodejs24.x", handler: "index.handler", s3Bucket: "clinic-deployments", s3Key: "letters.zip",
});
new Guardrail("answers", { name: "clinic-answers", blockedInputMessaging: "Not here.", blockedOutputsMessaging: "Not here.", kmsKeyArn: key });

// A role that writes the audit log and may delete it.
const audit = new LogGroup("audit", { name: "/clinic/audit", kmsKeyId: key, retentionInDays: 2557, tags: { DataClassification: "audit" } });
const writer = new Role("audit-writer", { name: "clinic-audit-writer", assumeRolePolicy: allow({ Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }) });
const rights = new Policy("audit-rights", {
  name: "clinic-audit-rights",
  policy: allow({ Action: ["logs:PutLogEvents", "logs:DeleteLogStream"], Resource: `arn:aws:logs:us-east-1:${accountId}:log-group:/clinic/audit:*` }),
});
new RolePolicyAttachment("audit-writer-rights", { role: writer.name, policyArn: rights.arn }, { dependsOn: audit });
