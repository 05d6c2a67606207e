import { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { dynamodbEndpointPolicy, type EndpointOwner, interfaceEndpointPolicy, s3EndpointPolicy } from "./endpoint-policies.ts";

/** Where endpoints are put, and for whom. */
export interface EndpointPlace extends EndpointOwner {
  readonly vpcId: pulumi.Input<string>;
}

/** Gateway endpoints for S3 and DynamoDB: a route in each given table, at no cost. */
export function createGatewayEndpoints(
  parent: pulumi.Resource, name: string, place: EndpointPlace, routeTableIds: readonly pulumi.Input<string>[],
): Readonly<Record<"s3" | "dynamodb", VpcEndpoint>> {
  const create = (service: string, policy: string): VpcEndpoint => new VpcEndpoint(`${name}-${service}`, {
    vpcId: place.vpcId,
    serviceName: serviceName(place.deployment, service),
    vpcEndpointType: "Gateway",
    routeTableIds: [...routeTableIds],
    policy,
    tags: { Name: `${place.deployment.prefix}-${service}` },
  }, { parent });
  return { s3: create("s3", s3EndpointPolicy(place)), dynamodb: create("dynamodb", dynamodbEndpointPolicy(place)) };
}

/** Interface endpoints under the services' own names, one network interface in each given subnet. */
export function createInterfaceEndpoints(
  parent: pulumi.Resource, name: string, place: EndpointPlace, services: readonly string[],
  subnetIds: readonly pulumi.Input<string>[], securityGroupId: pulumi.Input<string>,
): readonly VpcEndpoint[] {
  return services.map((service) => new VpcEndpoint(`${name}-${service}`, {
    vpcId: place.vpcId,
    serviceName: serviceName(place.deployment, service),
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    subnetIds: [...subnetIds],
    securityGroupIds: [securityGroupId],
    policy: interfaceEndpointPolicy(place, service),
    tags: { Name: `${place.deployment.prefix}-${service}` },
  }, { parent }));
}

function serviceName({ region }: Deployment, service: string): string {
  return `com.amazonaws.${region}.${service}`;
}
