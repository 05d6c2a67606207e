import { expect, test } from "vitest";
import { RecordsStore } from "../../../components/phi-data-store/index.ts";
import { one, record } from "../../support/pulumi-mocks.ts";

const deployment = { prefix: "hipaa-small", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };

test("a store of records alone is a guarded table and the parameter with its key, and nothing else (X-09)", async () => {
  const resources = await record(() => new RecordsStore("records", { deployment, recordsKeyArn: "arn:key:records", secretsKeyArn: "arn:key:secrets" }));
  expect(resources.map(({ type }) => type).sort()).toEqual(["aws:dynamodb/table:Table", "aws:ssm/parameter:Parameter", "hipaa:index:RecordsStore"]);
  expect(one(resources, "aws:dynamodb/table:Table")).toMatchObject({
    protect: true,
    inputs: { serverSideEncryption: { enabled: true, kmsKeyArn: "arn:key:records" }, pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 }, deletionProtectionEnabled: true },
  });
  expect(one(resources, "aws:dynamodb/table:Table").inputs).not.toHaveProperty("replicas");
  expect(one(resources, "aws:ssm/parameter:Parameter").inputs).toMatchObject({ type: "SecureString", keyId: "arn:key:secrets", value: expect.objectContaining({}) });
});
