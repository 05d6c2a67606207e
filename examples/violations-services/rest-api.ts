import { Deployment } from "@pulumi/aws/apigateway/deployment.js";
import { DomainName } from "@pulumi/aws/apigateway/domainName.js";
import { Integration } from "@pulumi/aws/apigateway/integration.js";
import { Method } from "@pulumi/aws/apigateway/method.js";
import { MethodSettings } from "@pulumi/aws/apigateway/methodSettings.js";
import { Resource } from "@pulumi/aws/apigateway/resource.js";
import { RestApi } from "@pulumi/aws/apigateway/restApi.js";
import { Stage } from "@pulumi/aws/apigateway/stage.js";
import { certificate } from "./account.ts";

/** An API for patients. */
export function makeRestApi(): void {
  // An API that asks nobody who they are, keeps patients' answers in a cache in the clear, and writes their
  // bodies to a log; what it does not log is who called.
  const api = new RestApi("patients", { name: "clinic-patients" });
  const patients = new Resource("patients", { restApi: api.id, parentId: api.rootResourceId, pathPart: "patients" });
  const read = new Method("read-patients", { restApi: api.id, resourceId: patients.id, httpMethod: "GET", authorization: "NONE" });
  new Integration("read-patients", { restApi: api.id, resourceId: patients.id, httpMethod: read.httpMethod, type: "MOCK" });
  const deployment = new Deployment("first", { restApi: api.id });
  const stage = new Stage("live", { restApi: api.id, deployment: deployment.id, stageName: "live", cacheClusterEnabled: true, cacheClusterSize: "0.5" });
  new MethodSettings("live-patients", { restApi: api.id, stageName: stage.stageName, methodPath: "patients/GET", settings: { dataTraceEnabled: true, cachingEnabled: true } });

  // A name under which the API still speaks TLS 1.0.
  new DomainName("api-name", { domainName: "api.clinic.example.com", regionalCertificateArn: certificate, endpointConfiguration: { types: "REGIONAL" }, securityPolicy: "TLS_1_0" });
}
