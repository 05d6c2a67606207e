import { describe, expect, test } from "vitest";
import { HIPAA_RULES } from "../../../components/compliance-monitor/hipaa-rules.ts";
import { platformRules } from "../../../components/compliance-monitor/platform-rules.ts";
import { RemediationApproval, REMEDIATIONS, remediationStatements } from "../../../components/compliance-monitor/remediations.ts";
import { policyDocument } from "../../../components/lib/policy-document.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { deployment } from "./monitor-arguments.ts";

const policyOf = (approval: RemediationApproval): string => policyDocument(remediationStatements(deployment, approval));
const actionsOf = (approval: RemediationApproval): readonly string[] => statementsOf(policyOf(approval)).flatMap(({ Action }) => Action);

describe("remediations (S5-32)", () => {
  test("belong to rules that are judged, one each", () => {
    const judged = new Set([...HIPAA_RULES, ...platformRules(60)].map(({ identifier }) => identifier));
    expect(REMEDIATIONS.filter(({ rule }) => !judged.has(rule))).toEqual([]);
    expect(new Set(REMEDIATIONS.map(({ rule }) => rule)).size).toBe(REMEDIATIONS.length);
  });

  test("are automatic for a closed list, which is reviewed when it grows", () => {
    expect(REMEDIATIONS.filter(({ approval }) => approval === "automatic").map(({ rule }) => rule).toSorted()).toEqual([
      "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED", "CMK_BACKING_KEY_ROTATION_ENABLED", "EC2_EBS_ENCRYPTION_BY_DEFAULT", "INCOMING_SSH_DISABLED",
      "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC", "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
    ]);
  });

  test("delete nothing and read no content", () => {
    const actions = Object.values(RemediationApproval).flatMap((approval) => actionsOf(approval));
    expect(actions.filter((action) => /:(?:Delete|Terminate|GetObject|Decrypt|Query|Scan|\*)/u.test(action))).toEqual([]);
  });

  test("that run by themselves have no right to what a person must approve", () => {
    const manualOnly = ["ec2:RevokeSecurityGroupEgress", "s3:PutBucketVersioning", "rds:ModifyDBInstance", "dynamodb:UpdateContinuousBackups"];
    expect(actionsOf("automatic").filter((action) => manualOnly.includes(action))).toEqual([]);
    expect(actionsOf("manual")).toEqual(expect.arrayContaining(manualOnly));
  });

  test("stay in this account and start their own documents only", () => {
    expect(statement(policyOf("automatic"), "AWSConfigRemediationConfigureS3BucketPublicAccessBlock")).toMatchObject({
      Action: ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"], Resource: ["arn:aws:s3:::*"], Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } },
    });
    expect(statement(policyOf("automatic"), "AWSDisablePublicAccessForSecurityGroup").Resource)
      .toEqual(["arn:aws:ec2:us-east-1:111122223333:security-group/*", "arn:aws:ec2:us-west-2:111122223333:security-group/*"]);
    expect(statement(policyOf("manual"), "RunDocuments").Resource).toEqual(
      REMEDIATIONS.filter(({ approval }) => approval === "manual").map(({ document }) => `arn:aws:ssm:*::automation-definition/${document}:*`),
    );
  });

  test.each(Object.values(RemediationApproval))("fit into a managed policy: %s", (approval) => {
    // IAM counts no white space and takes 6,144 characters.
    expect(policyOf(approval).length).toBeLessThan(6144);
    expect(new Set(statementsOf(policyOf(approval)).map(({ Sid }) => Sid)).size).toBe(statementsOf(policyOf(approval)).length);
  });
});
