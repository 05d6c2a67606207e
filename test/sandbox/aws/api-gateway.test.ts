import { describe, expect, it } from "vitest";
import type { CloudResource } from "../../../sandbox/inventory.ts";
import { type Properties, textOf } from "../../../sandbox/wire.ts";
import { FakeCloud } from "../support/fake-cloud.ts";

const METHOD = "aws:apigateway/method:Method";
const INTEGRATION = "aws:apigateway/integration:Integration";
const STAGE = "aws:apigateway/stage:Stage";
const TLS13 = { securityPolicy: "SecurityPolicy_TLS13_1_2_2021_06" };

/** An API with one method, which most of the rest needs. */
async function apiWithMethod(fake: FakeCloud): Promise<{ readonly api: CloudResource; readonly method: Properties }> {
  const api = await fake.create("aws:apigateway/restApi:RestApi", { name: "records" });
  const method = { restApi: api.id, resourceId: textOf(api.outputs["rootResourceId"]), httpMethod: "GET" };
  await fake.create(METHOD, { ...method, authorization: "NONE" });
  return { api, method };
}

describe("API Gateway in the sandbox", () => {
  it("serves no API without methods", async () => {
    using fake = new FakeCloud();
    const api = await fake.create("aws:apigateway/restApi:RestApi", { name: "records" });
    await expect(fake.create("aws:apigateway/deployment:Deployment", { restApi: api.id })).rejects.toMatchObject({ message: expect.stringContaining("doesn't contain any methods") });
  });

  it("knows the path of each part from the parts before", async () => {
    using fake = new FakeCloud();
    const api = await fake.create("aws:apigateway/restApi:RestApi", { name: "records" });
    const patients = await fake.create("aws:apigateway/resource:Resource", { restApi: api.id, parentId: textOf(api.outputs["rootResourceId"]), pathPart: "patients" });
    const patient = await fake.create("aws:apigateway/resource:Resource", { restApi: api.id, parentId: patients.id, pathPart: "{id}" });
    expect([patients.outputs["path"], patient.outputs["path"]]).toEqual(["/patients", "/patients/{id}"]);
    await expect(fake.create("aws:apigateway/resource:Resource", { restApi: api.id, parentId: "gone", pathPart: "x" })).rejects.toMatchObject({ code: "NotFoundException" });
  });

  it("logs only where the account has a role for it", async () => {
    using fake = new FakeCloud();
    const { api } = await apiWithMethod(fake);
    const deployment = await fake.create("aws:apigateway/deployment:Deployment", { restApi: api.id });
    const group = await fake.create("aws:cloudwatch/logGroup:LogGroup", { name: "/access" });
    const stage = { restApi: api.id, deployment: deployment.id, stageName: "v1", accessLogSettings: { destinationArn: textOf(group.outputs["arn"]), format: "{}" } };
    await expect(fake.create(STAGE, stage)).rejects.toMatchObject({ message: expect.stringContaining("CloudWatch Logs role ARN must be set") });
    const settings = { restApi: api.id, stageName: "v1", methodPath: "*/*", settings: { loggingLevel: "ERROR" } };
    await expect(fake.create("aws:apigateway/methodSettings:MethodSettings", settings)).rejects.toMatchObject({ code: "BadRequestException" });
    const role = await fake.create("aws:iam/role:Role", { name: "logging", assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) });
    await fake.create("aws:apigateway/account:Account", { cloudwatchRoleArn: textOf(role.outputs["arn"]) });
    const served = await fake.create(STAGE, stage);
    expect(served.outputs["arn"]).toBe(`arn:aws:apigateway:us-east-1::/restapis/${api.id}/stages/v1`);
    await expect(fake.delete(deployment)).rejects.toMatchObject({ message: expect.stringContaining("Active stages pointing to this deployment") });
  });

  it("wants an access mode beside the newer security policies, for APIs and domains", async () => {
    using fake = new FakeCloud();
    await expect(fake.create("aws:apigateway/restApi:RestApi", { name: "records", ...TLS13 })).rejects.toMatchObject({ message: expect.stringContaining("endpoint access mode") });
    await expect(fake.create("aws:apigateway/domainName:DomainName", { domainName: "api.example.org", ...TLS13 })).rejects.toMatchObject({ code: "BadRequestException" });
    await expect(fake.create("aws:apigateway/restApi:RestApi", { name: "records", ...TLS13, endpointAccessMode: "STRICT" })).resolves.toBeDefined();
  });

  it("takes a domain's certificate from its own region", async () => {
    using fake = new FakeCloud();
    const domain = { domainName: "api.example.org", regionalCertificateArn: "arn:aws:acm:us-west-2:123456789012:certificate/a" };
    await expect(fake.create("aws:apigateway/domainName:DomainName", domain)).rejects.toMatchObject({ message: expect.stringContaining("must be in us-east-1") });
  });

  it("refuses bodies of a model that is not there", async () => {
    using fake = new FakeCloud();
    const { api, method } = await apiWithMethod(fake);
    const posted = { ...method, httpMethod: "POST", authorization: "NONE", requestModels: { "application/json": "Record" } };
    await expect(fake.create(METHOD, posted)).rejects.toMatchObject({ message: "BadRequestException: Invalid model identifier specified: Record" });
    await fake.create("aws:apigateway/model:Model", { restApi: api.id, name: "Record", contentType: "application/json" });
    await expect(fake.create(METHOD, posted)).resolves.toBeDefined();
  });

  it("wants the balancer behind a link of the second version, and a source for each parameter of the address", async () => {
    using fake = new FakeCloud();
    const { method } = await apiWithMethod(fake);
    const link = await fake.create("aws:apigatewayv2/vpcLink:VpcLink", { name: "link", subnetIds: [], securityGroupIds: [] });
    const through = { ...method, type: "HTTP_PROXY", integrationHttpMethod: "GET", uri: "https://records.internal/{id}", connectionType: "VPC_LINK", connectionId: link.id };
    await expect(fake.create(INTEGRATION, { ...through, connectionId: "" })).rejects.toMatchObject({ message: expect.stringContaining("ConnectionId is required") });
    await expect(fake.create(INTEGRATION, through)).rejects.toMatchObject({ message: "BadRequestException: IntegrationTarget is required for VpcLinkV2" });
    const balancer = await fake.create("aws:lb/loadBalancer:LoadBalancer", { name: "edge", loadBalancerType: "network" });
    const whole = { ...through, integrationTarget: textOf(balancer.outputs["arn"]) };
    await expect(fake.create(INTEGRATION, whole)).rejects.toMatchObject({ message: expect.stringContaining("names {id}") });
    await fake.create(INTEGRATION, { ...whole, requestParameters: { "integration.request.path.id": "method.request.path.id" } });
    await expect(fake.delete(link)).rejects.toMatchObject({ message: expect.stringContaining("used by an integration") });
  });
});
