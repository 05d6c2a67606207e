import { describe, expect, test } from "vitest";
import { KEY_CLASSES, type KeyClass } from "../../../components/key-ring/key-classes.ts";
import { keyPolicy, pseudonymKeyPolicy } from "../../../components/key-ring/key-policies.ts";
import { statementsOf } from "../../support/policy-statements.ts";

const deployment = { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" };
const account = "arn:aws:iam::111122223333:root";

function statements(keyClass: KeyClass, region = deployment.region) {
  return statementsOf(keyPolicy(deployment, keyClass, region, []));
}

/** Services through which, or by which, a class may be used. */
const SERVICES = {
  "phi-data": ["s3", "rds", "ec2", "logs"],
  "phi-records": ["dynamodb"],
  logs: ["logs", "s3", "aps", "xray"],
  audit: ["cloudtrail", "logs", "s3", "delivery", "config", "guardduty"],
  secrets: ["secretsmanager", "rds", "ssm", "eks", "lambda"],
  backup: ["backup", "rds", "ec2"],
  messages: ["sns", "sqs", "cloudwatch", "events", "backup", "budgets"],
} as const satisfies Readonly<Record<KeyClass, readonly string[]>>;

describe.each(KEY_CLASSES)("policy of the %s key", (keyClass) => {
  test("admits no administrator to the data: administration has no right of use (S5-12)", () => {
    const [administration] = statements(keyClass);
    expect(administration).toMatchObject({ Sid: "Administration", Principal: { AWS: [account] } });
    expect(administration?.Action).not.toEqual(expect.arrayContaining([expect.stringMatching(/Decrypt|Encrypt|GenerateDataKey|CreateGrant|\*/u)]));
  });

  test("lets nobody call it directly: every use is through a service or by one", () => {
    for (const statement of statements(keyClass).slice(1)) {
      const byService = statement.Principal !== undefined && statement.Principal !== "*" && "Service" in statement.Principal;
      const viaService = statement.Condition?.["StringEquals"]?.["kms:ViaService"];
      expect(byService || viaService !== undefined, statement.Sid).toBe(true);
    }
  });

  test("serves the services of its class only", () => {
    const services = statements(keyClass).slice(1).flatMap(({ Principal, Condition }) => {
      const via = Condition?.["StringEquals"]?.["kms:ViaService"];
      return [...(via === undefined ? [] : [via].flat()), ...(Principal !== undefined && Principal !== "*" ? Principal.Service ?? [] : [])];
    }).map((host) => host.split(".")[0]);
    expect(new Set(services)).toEqual(new Set(SERVICES[keyClass]));
  });

  test("binds each use to this account (confused deputy)", () => {
    for (const statement of statements(keyClass).slice(1)) {
      expect(JSON.stringify(statement.Condition), statement.Sid).toContain(deployment.accountId);
    }
  });

  test("lets a grant be made for AWS resources only", () => {
    for (const { Action, Condition, Sid } of statements(keyClass)) {
      if ([Action].flat().some((action) => action === "kms:CreateGrant")) {
        expect(Condition?.["Bool"], Sid).toEqual({ "kms:GrantIsForAWSResource": "true" });
      }
    }
  });

  test("names the services of the replica's own region in the replica's policy", () => {
    const replica = JSON.stringify(statements(keyClass, "us-west-2"));
    expect(replica).not.toMatch(/(s3|rds|ec2|dynamodb|logs|secretsmanager|ssm|eks|backup|sns|sqs|aps|xray|lambda)\.us-east-1/u);
  });

  test("gives each statement an id of its own", () => {
    const sids = statements(keyClass).map(({ Sid }) => Sid);
    expect(new Set(sids).size).toBe(sids.length);
  });
});

describe("encryption context", () => {
  test("binds PHI objects to the stack's buckets, and to those of restore tests", () => {
    expect(statements("phi-data").find(({ Sid }) => Sid === "UseBuckets")?.Condition?.["StringLike"])
      .toEqual({ "kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::hipaa-test-*", "arn:aws:s3:::awsbackup-restore-test-*"] });
  });

  test("binds patient records to the stack's tables, and to those of restore tests", () => {
    expect(statements("phi-records").find(({ Sid }) => Sid === "UseTables")?.Condition?.["StringLike"])
      .toEqual({ "kms:EncryptionContext:aws:dynamodb:tableName": ["hipaa-test-*", "awsbackup-restore-test-*"] });
  });

  test("is not asked of CloudTrail when it looks at the key, before there is anything to encrypt", () => {
    const describing = statements("audit").find(({ Sid }) => Sid === "DescribeForTrail");
    expect(describing).toMatchObject({ Action: ["kms:DescribeKey"], Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } } });
  });

  test("binds audit logs to this account's trails", () => {
    expect(statements("audit").find(({ Sid }) => Sid === "Trail")?.Condition?.["StringLike"])
      .toEqual({ "kms:EncryptionContext:aws:cloudtrail:arn": ["arn:aws:cloudtrail:*:111122223333:trail/*"] });
  });
});

describe("the history of AWS Config", () => {
  test("is encrypted by AWS Config for this account, which may do no more than that", () => {
    expect(statements("audit").find(({ Sid }) => Sid === "ConfigHistory")).toMatchObject({
      Principal: { Service: ["config.amazonaws.com"] }, Action: ["kms:Decrypt", "kms:GenerateDataKey"], Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    });
  });
});

describe("service-linked roles", () => {
  const roles = "arn:aws:iam::111122223333:role/aws-service-role";

  test.each([
    ["NodeVolumes", `${roles}/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`, "ec2.us-east-1.amazonaws.com"],
    ["NodeVolumeGrants", `${roles}/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`, "ec2.us-east-1.amazonaws.com"],
    ["MacieReads", `${roles}/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`, "s3.us-east-1.amazonaws.com"],
  ])("%s is open to one of them only, and only through its service", (sid, role, service) => {
    const [open] = statements("phi-data").filter(({ Sid }) => Sid === sid);
    expect(open?.Principal).toEqual({ AWS: ["*"] });
    expect(open?.Condition?.["ArnEquals"]).toEqual({ "aws:PrincipalArn": [role] });
    expect(open?.Condition?.["StringEquals"]).toEqual({ "kms:CallerAccount": "111122223333", "kms:ViaService": service });
  });

  test("are all that the PHI key is open to in that way", () => {
    const open = statements("phi-data").filter(({ Principal }) => JSON.stringify(Principal) === JSON.stringify({ AWS: ["*"] }));
    expect(open.map(({ Sid }) => Sid)).toEqual(["NodeVolumes", "NodeVolumeGrants", "MacieReads"]);
  });

  test.each(["phi-data", "logs", "audit"] as const)("let Macie read, and never write, what lies in buckets under the %s key", (keyClass) => {
    expect(statements(keyClass).find(({ Sid }) => Sid === "MacieReads")?.Action).toEqual(["kms:Decrypt", "kms:DescribeKey"]);
  });
});

describe("findings", () => {
  test("are encrypted by GuardDuty for this account's detectors, which never decrypts", () => {
    expect(statements("audit").find(({ Sid }) => Sid === "Findings")).toMatchObject({
      Principal: { Service: ["guardduty.amazonaws.com"] }, Action: ["kms:GenerateDataKey"],
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" }, ArnLike: { "aws:SourceArn": ["arn:aws:guardduty:*:111122223333:detector/*"] } },
    });
  });
});

describe("administrators", () => {
  const named = ["arn:aws:iam::111122223333:role/key-admin"];

  test.each(KEY_CLASSES)("of the %s key are the named ones, when there are any", (keyClass) => {
    const [administration] = statementsOf(keyPolicy(deployment, keyClass, "us-east-1", named));
    expect(administration?.Condition).toEqual({ ArnLike: { "aws:PrincipalArn": named } });
  });

  test("of the pseudonym key cannot make pseudonyms by that", () => {
    const [administration, use] = statementsOf(pseudonymKeyPolicy(deployment, named));
    expect(administration?.Action).not.toContain("kms:GenerateMac");
    expect(use).toMatchObject({ Action: ["kms:DescribeKey", "kms:GenerateMac", "kms:VerifyMac"], Condition: { StringEquals: { "kms:MacAlgorithm": "HMAC_SHA_256" } } });
  });
});
