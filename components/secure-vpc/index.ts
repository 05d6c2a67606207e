export { NatStrategy } from "./three-tier-vpc.ts";
export type { NetworkDemand } from "./address-capacity.ts";
export { SecureVpc, type SecureVpcArgs } from "./secure-vpc.ts";
export { DatabaseEngine } from "./tier-rules.ts";
