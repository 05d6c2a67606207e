import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { describe, expect, test } from "vitest";
import { ExceptionLedger } from "../../../policypack/engine/exception-ledger.ts";
import type { PackConfiguration } from "../../../policypack/engine/pack-policies.ts";
import { toPolicy } from "../../../policypack/engine/policies.ts";
import { rules } from "../../../policypack/rules/index.ts";
import { analyzeByType } from "../../../policypack/serving/analyze-by-type.ts";
import { analyzeStackOnce } from "../../../policypack/serving/analyze-stack-once.ts";
import { makeAnalyze, makeAnalyzeStack, type Unary } from "../../../policypack/serving/sdk.ts";
import { UNKNOWN } from "../unknown-value.ts";

/*
 * Proves that judging in one pass says exactly what the policy SDK's own server says: the same
 * violations with the same words and levels, and the same rules as not applicable.
 */
const pack = { name: "hipaa", version: "0.1.0", policies: rules.map((rule) => toPolicy(rule, new ExceptionLedger())) };
const RESOURCES = [
  { type: "aws:s3/bucket:Bucket", name: "open", props: { bucket: "open", acl: "public-read" } },
  { type: "aws:rds/instance:Instance", name: "records", props: { identifier: "records", engine: "postgres", publiclyAccessible: true, storageEncrypted: UNKNOWN } },
  { type: "aws:kms/key:Key", name: "key", props: { enableKeyRotation: true, policy: UNKNOWN } },
  { type: "aws:ec2/securityGroup:SecurityGroup", name: "group", props: { ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }] } },
  { type: "kubernetes:core/v1:Pod", name: "pod", props: { spec: { containers: [{ name: "a", image: "a:latest" }] } } },
  { type: "random:index/randomId:RandomId", name: "other", props: {} },
];

describe("judging in one pass", () => {
  test.each(RESOURCES.map((resource) => [resource.type, resource] as const))("says of %s what the SDK says", async (_type, resource) => {
    const request = analyzeRequest(resource);
    const ours = await answer(analyzeByType(pack, rules, () => new Map()), request);
    const theirs = await answer(makeAnalyze(pack.name, pack.version, "mandatory", pack.policies), request);
    expect(comparable(ours)).toEqual(comparable(theirs));
  });

  test("finds something, so that the comparison holds", async () => {
    const [bucket] = RESOURCES;
    const { diagnosticsList } = (await answer(analyzeByType(pack, rules, () => new Map()), analyzeRequest(bucket ?? { type: "", name: "", props: {} }))).toObject();
    expect(diagnosticsList.length).toBeGreaterThan(0);
  });

  test("says of a stack what the SDK says", async () => {
    const ours = await answer(analyzeStackOnce(pack, () => new Map()), stackRequest());
    const theirs = await answer(makeAnalyzeStack(pack.name, pack.version, "mandatory", pack.policies), stackRequest());
    expect(comparable(ours)).toEqual(comparable(theirs));
    expect(ours.getDiagnosticsList().length).toBeGreaterThan(0);
  });

  test("holds to configured levels", async () => {
    const [first] = (await answer(analyzeStackOnce(pack, () => new Map()), stackRequest())).getDiagnosticsList();
    const name = first?.getPolicyname() ?? "";
    const configured = (enforcementLevel: "advisory" | "disabled"): PackConfiguration => new Map([[name, { enforcementLevel, properties: {} }]]);
    const of = async (configuration: PackConfiguration) => (await answer(analyzeStackOnce(pack, () => configuration), stackRequest())).getDiagnosticsList().filter((diagnostic) => diagnostic.getPolicyname() === name);

    expect((await of(configured("advisory"))).map((diagnostic) => diagnostic.getEnforcementlevel())).toContain(analyzerPb.EnforcementLevel.ADVISORY);
    expect(await of(configured("disabled"))).toEqual([]);
  });
});

type Resource = (typeof RESOURCES)[number];

function analyzeRequest({ type, name, props }: Resource): analyzerPb.AnalyzeRequest {
  return new analyzerPb.AnalyzeRequest().setType(type).setName(name).setUrn(`urn:pulumi:test::test::${type}::${name}`)
    .setProperties(structPb.Struct.fromJavaScript(props)).setOptions(new analyzerPb.AnalyzerResourceOptions());
}

function stackRequest(): analyzerPb.AnalyzeStackRequest {
  return new analyzerPb.AnalyzeStackRequest().setResourcesList(RESOURCES.map(({ type, name, props }) =>
    new analyzerPb.AnalyzerResource().setType(type).setName(name).setUrn(`urn:pulumi:test::test::${type}::${name}`)
      .setProperties(structPb.Struct.fromJavaScript(props)).setOptions(new analyzerPb.AnalyzerResourceOptions())));
}

async function answer<Request>(method: Unary<Request, analyzerPb.AnalyzeResponse>, request: Request): Promise<analyzerPb.AnalyzeResponse> {
  return await new Promise((resolve, reject) => {
    const call: Parameters<typeof method>[0] = Object.assign(Object.create(null), { request });
    method(call, (error, response) => {
      if (response === undefined || response === null) {
        reject(new Error(`no answer: ${JSON.stringify(error)}`));
      } else {
        resolve(response);
      }
    });
  });
}

function comparable(response: analyzerPb.AnalyzeResponse): unknown {
  const { diagnosticsList, notApplicableList } = analyzerPb.AnalyzeResponse.deserializeBinary(response.serializeBinary()).toObject();
  return {
    diagnostics: diagnosticsList.map((diagnostic) => JSON.stringify(diagnostic)).toSorted(),
    notApplicable: notApplicableList.map(({ policyName }) => policyName).toSorted(),
  };
}
