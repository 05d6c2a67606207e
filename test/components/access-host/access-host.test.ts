import type { MockCallArgs } from "@pulumi/pulumi/runtime/mocks.js";
import { beforeAll, describe, expect, test } from "vitest";
import { AccessHost, type AccessHostArgs } from "../../../components/access-host/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { hostArguments } from "./host-arguments.ts";

const BUCKET = "hipaa-test-sessions-111122223333-us-east-1";
const INSTANCE = "aws:ec2/instance:Instance";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

/** Answers as AWS does: the id of an image by its parameter's name, and of S3's prefix list. */
function call({ token, inputs }: MockCallArgs): Record<string, unknown> {
  return token === "aws:ssm/getParameter:getParameter" ? { value: `image of ${String(inputs.name).split("/").at(-1) ?? ""}` } : { id: `pl of ${String(inputs.name)}` };
}

async function recorded(changes: Partial<AccessHostArgs> = {}, mode: "preview" | "up" = "preview"): Promise<readonly Recorded[]> {
  return await record(() => new AccessHost("access", { ...hostArguments, ...changes }), { call, mode });
}

/* Proves what is registered. Does not prove that AWS accepts it, nor that the agent records. */
describe("AccessHost", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("lets nobody in from the network: the only inbound rule is the endpoints' own", () => {
    expect(all(resources, INGRESS).map(({ inputs }) => inputs["securityGroupId"])).toEqual(["sg-endpoints"]);
    expect(one(resources, "aws:ec2/securityGroup:SecurityGroup").inputs).not.toHaveProperty("ingress");
  });

  test("lets HTTPS out to the endpoints and S3, and nothing else", () => {
    expect(all(resources, EGRESS).map(({ inputs }) => [inputs["referencedSecurityGroupId"] ?? inputs["prefixListId"], inputs["ipProtocol"], inputs["fromPort"], inputs["toPort"]])).toEqual([
      ["sg-endpoints", "tcp", 443, 443], ["pl of com.amazonaws.us-east-1.s3", "tcp", 443, 443],
    ]);
  });

  test("reaches the cluster's endpoint where it is named (S2-23)", async () => {
    const withCluster = await recorded({ clusterSecurityGroupId: "sg-cluster" });
    expect(all(withCluster, EGRESS).map(({ inputs }) => inputs["referencedSecurityGroupId"])).toContain("sg-cluster");
    expect(all(withCluster, INGRESS).map(({ inputs }) => inputs["securityGroupId"])).toEqual(["sg-endpoints", "sg-cluster"]);
  });

  test("opens SSH to the ranges that are named, and to no other (S4-101, X-03)", async () => {
    const open = all(await recorded({ sshCidrs: ["10.1.2.0/28", "10.9.9.9/32"] }), INGRESS).filter(({ inputs }) => inputs["fromPort"] !== 443);
    expect(open.map(({ name, inputs }) => [name, inputs["cidrIpv4"], inputs["ipProtocol"], inputs["fromPort"], inputs["toPort"]])).toEqual([
      ["access-ssh-from-10-1-2-0-28", "10.1.2.0/28", "tcp", 22, 22], ["access-ssh-from-10-9-9-9-32", "10.9.9.9/32", "tcp", 22, 22],
    ]);
  });

  test("is private, encrypted, watched, hard to end by mistake, and gives credentials for a token only", () => {
    const host = one(resources, INSTANCE);
    expect(host.inputs).toMatchObject({
      subnetId: "subnet-private", associatePublicIpAddress: false, monitoring: true, disableApiTermination: true, instanceType: "t4g.micro",
      metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
      rootBlockDevice: { encrypted: true, kmsKeyId: hostArguments.volumeKeyArn },
      tags: { Name: "hipaa-test-access-host", BackupPlan: "hipaa-test" },
    });
    expect(host.inputs).not.toHaveProperty("keyName");
  });

  test.each([
    ["t4g.micro", "al2023-ami-kernel-default-arm64"], ["c7gn.medium", "al2023-ami-kernel-default-arm64"], ["t3.micro", "al2023-ami-kernel-default-x86_64"], ["g5.xlarge", "al2023-ami-kernel-default-x86_64"],
  ])("starts a %s from the newest image of its processor, and keeps it when a newer one comes", async (instanceType, image) => {
    const host = one(await recorded({ instanceType }), INSTANCE);
    expect(host.inputs["ami"]).toBe(`image of ${image}`);
    expect(host.ignoreChanges).toEqual(["ami"]);
  });

  test("takes the image that is named, and follows it", async () => {
    const host = one(await recorded({ imageId: "ami-0123456789abcdef0" }), INSTANCE);
    expect(host.inputs["ami"]).toBe("ami-0123456789abcdef0");
    expect(host.ignoreChanges).toEqual([]);
  });

  test("starts when its rights, its network and the recording are ready", () => {
    const waits = one(resources, INSTANCE).dependencies;
    const ready = ["access-core", "access-recording", "access-to-endpoints", "access-into-endpoints", "access-to-s3", "access-preferences"];
    expect(ready.filter((name) => !waits.some((urn) => urn.endsWith(`::${name}`)))).toEqual([]);
  });

  test("records every shell, encrypted, in the log group and in the bucket, and ends it (45 CFR 164.312(a)(2)(iii))", () => {
    const { inputs } = one(resources, "aws:ssm/document:Document");
    expect(inputs).toMatchObject({ name: "SSM-SessionManagerRunShell", documentType: "Session" });
    expect(JSON.parse(String(inputs["content"]))).toMatchObject({
      schemaVersion: "1.0", sessionType: "Standard_Stream",
      inputs: {
        s3BucketName: BUCKET, s3EncryptionEnabled: true, cloudWatchLogGroupName: "/hipaa-test/sessions", cloudWatchEncryptionEnabled: true, cloudWatchStreamingEnabled: true,
        idleSessionTimeout: "15", maxSessionDuration: "60", runAsEnabled: false,
      },
    });
  });

  test("keeps recordings as evidence: encrypted, locked, for years (45 CFR 164.312(b))", () => {
    expect(one(resources, "aws:cloudwatch/logGroup:LogGroup")).toMatchObject({
      protect: true, inputs: { name: "/hipaa-test/sessions", kmsKeyId: hostArguments.auditKeyArn, retentionInDays: 2192, tags: { DataClassification: "audit" } },
    });
    expect(one(resources, "aws:s3/bucket:Bucket", "access-recordings")).toMatchObject({ protect: true, retainOnDelete: true, inputs: { bucket: BUCKET, objectLockEnabled: true } });
    expect(one(resources, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "access-recordings-lifecycle").inputs["rules"])
      .toMatchObject([{ expiration: { days: 2557 }, noncurrentVersionExpiration: { noncurrentDays: 2557 } }, { expiration: { expiredObjectDeleteMarker: true } }]);
  });

  test("lets only instances that record write recordings", async () => {
    const { policy } = one(await recorded({ recordedRoles: ["nodes"] }), "aws:s3/bucketPolicy:BucketPolicy", "access-recordings-policy").inputs;
    expect(statement(policy, "RecordedByInstancesOnly")).toMatchObject({
      Effect: "Deny", Principal: "*", Action: ["s3:PutObject"],
      Condition: { ArnNotEquals: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/hipaa-test-access-host", "arn:aws:iam::111122223333:role/nodes"] } },
    });
  });

  test("lets the host record, and neither read nor remove a recording", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy", "access-recording-policy").inputs;
    const actions = statementsOf(policy).flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /s3:Get(?!BucketLocation|EncryptionConfiguration)|Delete|logs:Get|\*/u.test(action))).toEqual([]);
    expect(statement(policy, "RecordToBucket")).toMatchObject({ Action: ["s3:PutObject"], Resource: [`arn:aws:s3:::${BUCKET}/*`] });
    expect(statement(policy, "EncryptRecordings").Condition).toMatchObject({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/hipaa-test/cloudtrail-encryption-key" } });
  });

  test("gives people sessions on this host alone, with a second factor (S5-11)", () => {
    const { policy } = one(resources, "aws:iam/policy:Policy", "access-session-policy").inputs;
    const opening = statementsOf(policy).filter(({ Action }) => Action.includes("ssm:StartSession"));
    expect(opening).toHaveLength(4);
    for (const { Condition } of opening) {
      expect([Condition?.["Bool"]?.["aws:MultiFactorAuthPresent"], Condition?.["ArnLike"]?.["aws:PrincipalArn"]])
        .toContainEqual(expect.stringMatching(/^(?:true|arn:aws:iam::111122223333:role\/aws-reserved\/sso\.amazonaws\.com\/\*)$/u));
    }
    expect(statement(policy, "OpenOnHostWithSecondFactor").Condition).toMatchObject({ StringEquals: { "ssm:resourceTag/Name": "hipaa-test-access-host" }, BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } });
    expect(statement(policy, "UseDocumentsWithSecondFactor").Resource).toEqual([
      "arn:aws:ssm:us-east-1:111122223333:document/SSM-SessionManagerRunShell", "arn:aws:ssm:us-east-1::document/AWS-StartPortForwardingSessionToRemoteHost",
    ]);
  });

  test("tells of every session without saying whose, and of a host that nobody reaches (X-15)", () => {
    expect(JSON.parse(String(one(resources, "aws:cloudwatch/eventRule:EventRule").inputs["eventPattern"]))).toMatchObject({ detail: { eventName: ["ResumeSession", "StartSession"] } });
    const transformer = JSON.stringify(one(resources, "aws:cloudwatch/eventTarget:EventTarget").inputs["inputTransformer"]);
    expect(transformer).not.toMatch(/requestParameters|responseElements|userIdentity/u);
    expect(one(resources, "aws:cloudwatch/metricAlarm:MetricAlarm").inputs).toMatchObject({
      metricName: "StatusCheckFailed", alarmActions: [hostArguments.alertTopicArn], insufficientDataActions: [hostArguments.alertTopicArn],
    });
  });

  test("is patched every week", () => {
    expect(one(resources, "aws:ssm/association:Association").inputs).toMatchObject({ name: "AWS-RunPatchBaseline", parameters: { Operation: "Install" }, scheduleExpression: "cron(0 3 ? * SUN *)" });
  });

  test("attaches policies of AWS alone where that is asked for, and then records in CloudWatch (X-02, S5-09)", async () => {
    const managed = await recorded({ managedOnly: true });
    expect(all(managed, "aws:iam/policy:Policy")).toEqual([]);
    expect(all(managed, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").map(({ inputs }) => inputs["policyArn"])).toEqual([
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore", "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
    ]);
    expect(all(managed, "aws:s3/bucket:Bucket")).toEqual([]);
    expect(JSON.parse(String(one(managed, "aws:ssm/document:Document").inputs["content"]))).toMatchObject({ inputs: { s3BucketName: "", cloudWatchStreamingEnabled: true } });
  });

  test("knows every policy document at the first preview", () => {
    const documents = policyDocuments(resources);
    expect(documents).toHaveLength(5);
    expect(documents.filter(({ document }) => typeof document !== "string")).toEqual([]);
  });

  test("registers what it shows", async () => {
    const hosts: AccessHost[] = [];
    const made = await record(() => hosts.push(new AccessHost("access", hostArguments)), { call });
    expect(hosts[0] === undefined ? [] : publicFields(hosts[0])).toEqual(registeredOutputs(made, "hipaa:index:AccessHost"));
  });
});
