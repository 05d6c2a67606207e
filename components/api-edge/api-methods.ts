import { Integration, type IntegrationArgs } from "@pulumi/aws/apigateway/integration.js";
import { Method } from "@pulumi/aws/apigateway/method.js";
import { Permission } from "@pulumi/aws/lambda/permission.js";
import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { oauthScope } from "../lib/records-scopes.ts";
import { STAGE } from "./api-names.ts";
import { type ApiRoute, pathParameters, pathPattern, routeKey } from "./api-routes.ts";
import type { PrivateBackend } from "./private-backend.ts";
import type { Api } from "./rest-api.ts";

/** What an integration has beside the method it belongs to. */
type Target = Omit<IntegrationArgs, "restApi" | "resourceId" | "httpMethod">;

/**
 * Each route as a method that asks for a token with its scope and looks at its body, and where it goes.
 * @returns what a deployment has to wait for
 */
export function createMethods(name: string, deployment: Deployment, api: Api, routes: readonly ApiRoute[], backend: PrivateBackend | undefined): readonly pulumi.Resource[] {
  return routes.flatMap((route) => {
    const method = createMethod(name, api, route);
    const target = route.functionArn === undefined ? balancerTarget(route, backend) : functionTarget(deployment, route.functionArn);
    const integration = new Integration(`${name}-${routeKey(route)}-target`, {
      restApi: api.restApi.id, resourceId: method.resourceId, httpMethod: route.method, ...target,
    }, { parent: method, dependsOn: backend === undefined ? [] : [backend.listener] });
    if (route.functionArn !== undefined) {
      allowInvocation(name, api, route, route.functionArn);
    }
    return [method, integration];
  });
}

function createMethod(name: string, api: Api, route: ApiRoute): Method {
  const model = route.requestModel === undefined ? undefined : api.models.get(route.requestModel);
  return new Method(`${name}-${routeKey(route)}`, {
    restApi: api.restApi.id,
    resourceId: api.resourceIds.get(route.path) ?? api.restApi.rootResourceId,
    httpMethod: route.method,
    operationName: routeKey(route),
    authorization: "COGNITO_USER_POOLS",
    authorizerId: api.authorizer.id,
    authorizationScopes: [oauthScope(route.scope)],
    requestValidatorId: api.validator.id,
    requestParameters: Object.fromEntries(pathParameters(route.path).map((parameter) => [`method.request.path.${parameter}`, true])),
    // The model counts for every content type, or another type would slip past it.
    ...(model === undefined ? {} : { requestModels: { "application/json": model.name, $default: model.name } }),
  }, { parent: api.restApi });
}

/** The path stands in the address with its stage, as AWS documents that a private integration is sent it. */
function balancerTarget({ method, path }: ApiRoute, backend: PrivateBackend | undefined): Target {
  return {
    type: "HTTP_PROXY",
    integrationHttpMethod: method,
    uri: `https://${backend?.hostName ?? ""}:443/${STAGE}${path}`,
    requestParameters: Object.fromEntries(pathParameters(path).map((parameter) => [`integration.request.path.${parameter}`, `method.request.path.${parameter}`])),
    connectionType: "VPC_LINK",
    timeoutMilliseconds: 29_000,
    ...(backend === undefined ? {} : {
      connectionId: backend.vpcLink.id,
      integrationTarget: backend.loadBalancer.arn,
      ...(backend.publicCertificate ? {} : { tlsConfig: { insecureSkipVerification: true } }),
    }),
  };
}

function functionTarget({ region, partition }: Deployment, functionArn: pulumi.Input<string>): Target {
  return {
    type: "AWS_PROXY",
    integrationHttpMethod: "POST",
    uri: pulumi.interpolate`arn:${partition ?? "aws"}:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
    timeoutMilliseconds: 29_000,
  };
}

function allowInvocation(name: string, { restApi }: Api, route: ApiRoute, functionArn: pulumi.Input<string>): void {
  new Permission(`${name}-${routeKey(route)}-permission`, {
    statementId: `api-${routeKey(route)}`,
    action: "lambda:InvokeFunction",
    function: functionArn,
    principal: "apigateway.amazonaws.com",
    sourceArn: pulumi.interpolate`${restApi.executionArn}/${STAGE}/${route.method}${pathPattern(route.path)}`,
  }, { parent: restApi });
}
