import { expect, test } from "vitest";
import { logDelivery } from "../../../components/lib/log-delivery.ts";
import { policyDocument } from "../../../components/lib/policy-document.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";

const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };
const document = policyDocument(logDelivery(deployment, "logs-bucket"));

test("AWS's log delivery may write under the account's own folder only", () => {
  const { Action, Resource } = statement(document, "LogDeliveryWrites");
  expect({ Action, Resource }).toEqual({ Action: ["s3:PutObject"], Resource: ["arn:aws:s3:::logs-bucket/AWSLogs/111122223333/*"] });
});

test("AWS's log delivery acts for logs of this account only, of both regions (confused deputy)", () => {
  const statements = statementsOf(document);
  expect(statements).toHaveLength(2);
  for (const { Principal, Condition, Sid } of statements) {
    expect(Principal, Sid).toEqual({ Service: ["delivery.logs.amazonaws.com"] });
    expect(Condition, Sid).toMatchObject({ StringEquals: { "aws:SourceAccount": "111122223333" }, ArnLike: { "aws:SourceArn": ["arn:aws:logs:*:111122223333:*"] } });
  }
});
