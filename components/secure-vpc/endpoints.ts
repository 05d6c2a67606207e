import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { dynamodbEndpointPolicy, type InterfaceEndpoint, interfaceEndpointPolicy, s3EndpointPolicy } from "./endpoint-plan.ts";

/** Where endpoints are put. */
export interface EndpointPlace {
  readonly deployment: Deployment;
  readonly vpcId: pulumi.Input<string>;
}

/** Gateway endpoints for S3 and DynamoDB: a route in each given table, at no cost. */
export function createGatewayEndpoints(
  parent: pulumi.Resource, name: string, { deployment, vpcId }: EndpointPlace, routeTableIds: readonly pulumi.Input<string>[],
): Readonly<Record<"s3" | "dynamodb", VpcEndpoint>> {
  const create = (service: string, policy: string): VpcEndpoint => new VpcEndpoint(`${name}-${service}`, {
    vpcId,
    serviceName: serviceName(deployment, service),
    vpcEndpointType: "Gateway",
    routeTableIds: [...routeTableIds],
    policy,
    tags: { Name: `${deployment.prefix}-${service}` },
  }, { parent });
  return { s3: create("s3", s3EndpointPolicy(deployment)), dynamodb: create("dynamodb", dynamodbEndpointPolicy(deployment)) };
}

/** Interface endpoints under the services' own names, one network interface in each given subnet. */
export function createInterfaceEndpoints(
  parent: pulumi.Resource, name: string, { deployment, vpcId }: EndpointPlace, endpoints: readonly InterfaceEndpoint[],
  subnetIds: readonly pulumi.Input<string>[], securityGroupId: pulumi.Input<string>,
): readonly VpcEndpoint[] {
  return endpoints.map(({ service }) => new VpcEndpoint(`${name}-${service}`, {
    vpcId,
    serviceName: serviceName(deployment, service),
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    subnetIds: [...subnetIds],
    securityGroupIds: [securityGroupId],
    policy: interfaceEndpointPolicy(deployment, service),
    tags: { Name: `${deployment.prefix}-${service}` },
  }, { parent }));
}

function serviceName({ region }: Deployment, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}
