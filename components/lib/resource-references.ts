import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * Lets the SDK turn references in a remote component's outputs (a VPC's subnets, a cluster) into
 * resources; without the service's module they would arrive as bare ids. Loaded by require(): an
 * import would load every class of the service, several hundred files.
 */
export function knowReferences(service: "ec2" | "eks"): void {
  require(`@pulumi/aws/${service}`);
}
