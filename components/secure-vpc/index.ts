export { NatStrategy } from "./three-tier-vpc.ts";
export type { NetworkDemand } from "./address-capacity.ts";
export { DEFAULT_USES, NetworkUse } from "./endpoint-needs.ts";
export { endpointPlan, type EndpointRequest, type PlannedEndpoint } from "./endpoint-plan.ts";
export { type NetworkRequest, networkSettings, type NetworkShape, networkShape } from "./network-settings.ts";
export { SecureVpc } from "./secure-vpc.ts";
export type { SecureVpcArgs } from "./secure-vpc-args.ts";
export { DatabaseEngine } from "../lib/database-engine.ts";
