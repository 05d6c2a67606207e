import { beforeAll, describe, expect, test } from "vitest";
import { ApiEdge, type ApiEdgeArgs } from "../../../components/api-edge/index.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statement, statementsOf } from "../../support/policy-statements.ts";
import { apiDomain, edgeArguments, FUNCTION_ARN } from "./edge-arguments.ts";

const STAGE = "aws:apigateway/stage:Stage";
const METHOD = "aws:apigateway/method:Method";
const INTEGRATION = "aws:apigateway/integration:Integration";
const TLS = { securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", endpointAccessMode: "STRICT" };

async function recorded(changes: Partial<ApiEdgeArgs> = {}, mode: "preview" | "up" = "preview"): Promise<readonly Recorded[]> {
  return await record(() => new ApiEdge("edge", { ...edgeArguments, ...changes }), { mode });
}

/** What makes API Gateway take a new snapshot when it changes. */
function triggersOf(resources: readonly Recorded[]): unknown {
  return one(resources, "aws:apigateway/deployment:Deployment").inputs["triggers"];
}

describe("ApiEdge", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("asks every caller of every method for a token with the operation's scope (S3-01 to S3-03)", () => {
    const methods = all(resources, METHOD).map(({ inputs }) => [inputs["operationName"], [inputs["httpMethod"], inputs["authorization"], inputs["authorizationScopes"]]]);
    expect(Object.fromEntries(methods)).toEqual({
      "post-patients": ["POST", "COGNITO_USER_POOLS", ["patient-records/records.write"]],
      "get-patients-patientId": ["GET", "COGNITO_USER_POOLS", ["patient-records/records.read"]],
      "put-patients-patientId": ["PUT", "COGNITO_USER_POOLS", ["patient-records/records.write"]],
      "delete-patients-patientId": ["DELETE", "COGNITO_USER_POOLS", ["patient-records/records.delete"]],
    });
    expect(one(resources, "aws:apigateway/authorizer:Authorizer").inputs).toMatchObject({ type: "COGNITO_USER_POOLS", providerArns: [edgeArguments.userPoolArn] });
  });

  test("looks at bodies of any content type, and at parameters, before anything sees them (S3-05)", () => {
    expect(one(resources, "aws:apigateway/requestValidator:RequestValidator").inputs).toMatchObject({ validateRequestBody: true, validateRequestParameters: true });
    expect(one(resources, METHOD, "edge-post-patients").inputs).toMatchObject({ requestModels: { "application/json": "PatientRecord", $default: "PatientRecord" } });
    expect(one(resources, METHOD, "edge-put-patients-patientId").inputs).toMatchObject({
      requestModels: { $default: "PatientRecordChange" }, requestParameters: { "method.request.path.patientId": true },
    });
    expect(all(resources, "aws:apigateway/model:Model").map(({ inputs }) => String(inputs["name"])).toSorted()).toEqual(["PatientRecord", "PatientRecordChange"]);
  });

  test("takes its own routes only, over TLS 1.2 or newer (S3-04, S3-21)", () => {
    expect(one(resources, "aws:apigateway/restApi:RestApi").inputs).toMatchObject({ endpointConfiguration: { types: "REGIONAL" }, disableExecuteApiEndpoint: false, ...TLS });
    const { policy } = one(resources, "aws:apigateway/restApiPolicy:RestApiPolicy").inputs;
    expect(statement(policy, "InvokeRoutes").Resource).toEqual([
      "arn:aws:execute-api:us-east-1:111122223333:*/v1/POST/patients",
      "arn:aws:execute-api:us-east-1:111122223333:*/v1/GET/patients/*",
      "arn:aws:execute-api:us-east-1:111122223333:*/v1/PUT/patients/*",
      "arn:aws:execute-api:us-east-1:111122223333:*/v1/DELETE/patients/*",
    ]);
    expect(statement(policy, "TlsOnly")).toMatchObject({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } });
  });

  test("refuses other networks where some are named (S5-05)", async () => {
    const { policy } = one(await recorded({ allowedCidrs: ["203.0.113.0/24"] }), "aws:apigateway/restApiPolicy:RestApiPolicy").inputs;
    expect(statement(policy, "AllowedAddressesOnly")).toMatchObject({ Effect: "Deny", Condition: { NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } } });
    expect(statementsOf(one(resources, "aws:apigateway/restApiPolicy:RestApiPolicy").inputs["policy"]).map(({ Sid }) => Sid)).not.toContain("AllowedAddressesOnly");
  });

  test("serves one stage that is logged, traced, throttled and never cached (S1-34, S1-41)", () => {
    expect(one(resources, STAGE).inputs).toMatchObject({ stageName: "v1", cacheClusterEnabled: false, xrayTracingEnabled: true });
    expect(one(resources, "aws:apigateway/methodSettings:MethodSettings").inputs).toMatchObject({
      methodPath: "*/*",
      settings: { loggingLevel: "ERROR", dataTraceEnabled: false, metricsEnabled: true, cachingEnabled: false, cacheDataEncrypted: true, throttlingRateLimit: 100, throttlingBurstLimit: 200 },
    });
    const waits = one(resources, STAGE).dependencies;
    expect(["edge-logging", "edge-execution-log", "edge-access-log"].filter((name) => !waits.some((urn) => urn.endsWith(`::${name}`)))).toEqual([]);
    const groups = all(resources, "aws:cloudwatch/logGroup:LogGroup").map(({ inputs }) => [inputs["kmsKeyId"], inputs["retentionInDays"]]);
    expect(groups).toEqual([[edgeArguments.logsKeyArn, 365], [edgeArguments.logsKeyArn, 365], [edgeArguments.logsKeyArn, 365]]);
  });

  test("makes API Gateway's execution log before API Gateway does, under the key", async () => {
    const up = await recorded({}, "up");
    expect(one(up, "aws:cloudwatch/logGroup:LogGroup", "edge-execution-log").inputs).toMatchObject({ name: "API-Gateway-Execution-Logs_edge-api-id/v1", kmsKeyId: edgeArguments.logsKeyArn });
  });

  test("logs who asked for what, but no path, query or address that could tell of a patient (S1-34)", () => {
    const settings = JSON.stringify(one(resources, STAGE).inputs["accessLogSettings"]);
    expect(settings).toContain("$context.authorizer.claims.sub");
    expect(settings).toContain("$context.resourcePath");
    expect(settings).not.toMatch(/\$context\.(?:path|identity|requestOverride|customDomain)|querystring|email|username/u);
  });

  test("puts a web ACL before the API and before sign-in, which logs without credentials, path, query or body (S1-02)", () => {
    const acl = one(resources, "aws:wafv2/webAcl:WebAcl").inputs;
    expect(acl).toMatchObject({ scope: "REGIONAL", defaultAction: { allow: {} }, visibilityConfig: { sampledRequestsEnabled: false }, associationConfig: { requestBodies: [{ apiGateway: { defaultSizeInspectionLimit: "KB_64" } }] } });
    expect(all(resources, "aws:wafv2/webAclAssociation:WebAclAssociation").map(({ name }) => name).toSorted()).toEqual(["edge-firewall-api", "edge-firewall-sign-in"]);
    expect(one(resources, "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration").inputs).toMatchObject({
      redactedFields: [{ uriPath: {} }, { queryString: {} }, { singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
    });
    expect(acl).toMatchObject({ dataProtectionConfig: { dataProtections: [{ field: { fieldKeys: ["authorization", "cookie"] } }, { field: { fieldType: "QUERY_STRING" } }, { action: "SUBSTITUTION", field: { fieldType: "BODY" } }] } });
    expect(one(resources, "aws:cloudwatch/logGroup:LogGroup", "edge-firewall-log").inputs).toMatchObject({ name: "aws-waf-logs-hipaa-test-api" });
    const { policyDocument } = one(resources, "aws:cloudwatch/logResourcePolicy:LogResourcePolicy").inputs;
    expect(statementsOf(policyDocument)).toMatchObject([{ Principal: { Service: ["delivery.logs.amazonaws.com"] }, Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } } }]);
  });

  test("lets functions answer, each for its own route (S3-06)", async () => {
    const served = await recorded({ routes: [{ method: "POST", path: "/patients", scope: "records.write", requestModel: "PatientRecord", functionArn: FUNCTION_ARN }] }, "up");
    expect(one(served, INTEGRATION).inputs).toMatchObject({
      type: "AWS_PROXY", integrationHttpMethod: "POST", uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION_ARN}/invocations`,
    });
    expect(one(served, "aws:lambda/permission:Permission").inputs).toMatchObject({ function: FUNCTION_ARN, principal: "apigateway.amazonaws.com", action: "lambda:InvokeFunction" });
  });

  test("needs no network where functions answer everything", async () => {
    const { backend: _backend, ...withoutBackend } = edgeArguments;
    const serverless = await record(() => new ApiEdge("edge", { ...withoutBackend, routes: [{ method: "GET", path: "/patients/{patientId}", scope: "records.read", functionArn: FUNCTION_ARN }] }));
    expect(serverless.filter(({ type }) => /^aws:(?:lb|ec2|vpc|apigatewayv2|s3)\//u.test(type))).toEqual([]);
    expect(all(serverless, METHOD)).toHaveLength(1);
  });

  test("takes a new snapshot when routes change, and none when they do not", async () => {
    expect(triggersOf(await recorded())).toEqual(triggersOf(resources));
    expect(triggersOf(await recorded({ allowedCidrs: ["203.0.113.0/24"] }))).not.toEqual(triggersOf(resources));
    expect(triggersOf(await recorded({ routes: [{ method: "GET", path: "/patients/{patientId}", scope: "records.read" }] }))).not.toEqual(triggersOf(resources));
    const waits = one(resources, "aws:apigateway/deployment:Deployment").dependencies;
    expect(all(resources, METHOD).concat(all(resources, INTEGRATION)).filter(({ urn }) => !waits.includes(urn))).toEqual([]);
  });

  test("moves to a domain of one's own and closes the address that AWS gives", async () => {
    const moved = await recorded({ domain: { ...apiDomain, hostedZoneId: "Z1" } });
    expect(one(moved, "aws:apigateway/restApi:RestApi").inputs).toMatchObject({ disableExecuteApiEndpoint: true });
    expect(one(moved, "aws:apigateway/domainName:DomainName").inputs).toMatchObject({ domainName: "api.example.org", regionalCertificateArn: apiDomain.certificateArn, endpointConfiguration: { types: "REGIONAL" }, ...TLS });
    expect(one(moved, "aws:apigateway/basePathMapping:BasePathMapping").inputs).toMatchObject({ stageName: "v1" });
    expect(one(moved, "aws:route53/record:Record").inputs).toMatchObject({ zoneId: "Z1", name: "api.example.org", type: "A" });
  });

  test("uses managed or customer-managed policies only, and a role for API Gateway alone (X-02)", () => {
    expect(all(resources, "aws:iam/rolePolicy:RolePolicy")).toEqual([]);
    expect(one(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").inputs).toMatchObject({ policyArn: "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs" });
    expect(statementsOf(one(resources, "aws:iam/role:Role").inputs["assumeRolePolicy"])).toMatchObject([{ Principal: { Service: ["apigateway.amazonaws.com"] } }]);
  });

  test("has every policy document at the first preview, and registers what it shows", async () => {
    expect(policyDocuments(resources).filter(({ document }) => typeof document !== "string")).toEqual([]);
    let fields: readonly string[] = [];
    const again = await record(() => {
      fields = publicFields(new ApiEdge("edge", edgeArguments));
    });
    expect(registeredOutputs(again, "hipaa:index:ApiEdge")).toEqual(fields);
  });
});
