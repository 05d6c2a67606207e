import type { Arguments } from "../arguments.ts";
import type { Input, Inputs } from "../output.ts";
import { parseBlock } from "./cidr.ts";

export const SUBNET_TYPES = ["Public", "Private", "Isolated", "Unused"] as const;
export type SubnetType = (typeof SUBNET_TYPES)[number];

export interface SubnetSpec {
  readonly type: SubnetType;
  readonly name: string | undefined;
  readonly cidrBlocks: readonly string[] | undefined;
  readonly cidrMask: number | undefined;
  readonly size: number | undefined;
  readonly tags: Input;
}

export interface EndpointSpec {
  readonly serviceName: string;
  readonly type: "Gateway" | "Interface";
}

export interface VpcArguments {
  readonly cidrBlock: string;
  readonly zones: readonly string[] | undefined;
  readonly zoneCount: number;
  readonly subnetStrategy: "Legacy" | "Auto" | "AutoMerge" | "Exact";
  readonly subnetSpecs: readonly SubnetSpec[] | undefined;
  readonly zoneInNameTag: boolean;
  readonly natStrategy: "None" | "Single" | "OnePerAz";
  readonly allocationIds: readonly Input[];
  readonly endpoints: readonly EndpointSpec[];
  readonly region: Input;
  readonly enableDnsHostnames: Input;
  readonly enableDnsSupport: Input;
  readonly tags: Input;
}

const KNOWN = [
  "availabilityZoneNames", "cidrBlock", "enableDnsHostnames", "enableDnsSupport", "natGateways", "numberOfAvailabilityZones", "region",
  "subnetNameTagStrategy", "subnetSpecs", "subnetStrategy", "tags", "vpcEndpointSpecs", "vpcEndpointStrategy",
];

/** Reads the arguments of `awsx.ec2.Vpc`; problems are left with `problems`. */
export function readVpcArguments(inputs: Inputs, problems: Arguments): VpcArguments {
  problems.onlyKnown(inputs, KNOWN);
  const nat = problems.map("natGateways", inputs["natGateways"]) ?? {};
  problems.onlyKnown(nat, ["strategy", "elasticIpAllocationIds"], "natGateways.");
  const zones = problems.strings("availabilityZoneNames", inputs["availabilityZoneNames"]);
  const zoneCount = problems.number("numberOfAvailabilityZones", inputs["numberOfAvailabilityZones"]);
  if (zones !== undefined && zoneCount !== undefined) {
    problems.problem("Only one of [availabilityZoneNames] and [numberOfAvailabilityZones] can be specified");
  }
  if (zones === undefined && inputs["region"] !== undefined) {
    problems.problem("region is given without availabilityZoneNames; the sandbox has no record of which zones are then taken. Name the zones");
  }
  const cidrBlock = problems.string("cidrBlock", inputs["cidrBlock"]) ?? "10.0.0.0/16";
  if (parseBlock(cidrBlock) === undefined) {
    problems.problem(`cidrBlock is ${JSON.stringify(cidrBlock)}; wanted is an IPv4 range such as 10.0.0.0/16`);
  }
  return {
    cidrBlock,
    zones,
    zoneCount: zoneCount ?? zones?.length ?? 3,
    subnetStrategy: problems.oneOf("subnetStrategy", inputs["subnetStrategy"], ["Legacy", "Auto", "AutoMerge", "Exact"]) ?? "Legacy",
    subnetSpecs: problems.list("subnetSpecs", inputs["subnetSpecs"])?.flatMap((spec, index) => readSubnetSpec(`subnetSpecs[${String(index)}]`, spec, problems) ?? []),
    zoneInNameTag: problems.oneOf("subnetNameTagStrategy", inputs["subnetNameTagStrategy"], ["Legacy", "AvailabilityZone"]) === "AvailabilityZone",
    natStrategy: problems.oneOf("natGateways.strategy", nat["strategy"], ["None", "Single", "OnePerAz"]) ?? "OnePerAz",
    allocationIds: problems.list("natGateways.elasticIpAllocationIds", nat["elasticIpAllocationIds"]) ?? [],
    endpoints: readEndpoints(inputs, problems),
    region: inputs["region"],
    enableDnsHostnames: inputs["enableDnsHostnames"],
    enableDnsSupport: inputs["enableDnsSupport"],
    tags: inputs["tags"],
  };
}

function readSubnetSpec(path: string, input: Input, problems: Arguments): SubnetSpec | undefined {
  const spec = problems.map(path, input) ?? {};
  problems.onlyKnown(spec, ["type", "name", "cidrBlocks", "cidrMask", "size", "tags"], `${path}.`);
  const cidrBlocks = problems.strings(`${path}.cidrBlocks`, spec["cidrBlocks"]);
  for (const block of cidrBlocks ?? []) {
    if (parseBlock(block) === undefined) {
      problems.problem(`${path}.cidrBlocks holds ${JSON.stringify(block)}; wanted are IPv4 ranges such as 10.0.1.0/24`);
    }
  }
  const type = problems.oneOf(`${path}.type`, spec["type"], SUBNET_TYPES);
  return type === undefined ? undefined : {
    type,
    name: problems.string(`${path}.name`, spec["name"]),
    cidrBlocks,
    cidrMask: problems.number(`${path}.cidrMask`, spec["cidrMask"]),
    size: problems.number(`${path}.size`, spec["size"]),
    tags: spec["tags"],
  };
}

function readEndpoints(inputs: Inputs, problems: Arguments): readonly EndpointSpec[] {
  const specs = problems.list("vpcEndpointSpecs", inputs["vpcEndpointSpecs"]) ?? [];
  const strategy = problems.oneOf("vpcEndpointStrategy", inputs["vpcEndpointStrategy"], ["Legacy", "Auto"]) ?? "Legacy";
  if (specs.length > 0 && strategy !== "Auto") {
    problems.problem('vpcEndpointStrategy is "Legacy"; with vpcEndpointSpecs the sandbox models "Auto" only');
  }
  if (specs.length > 0 && inputs["region"] !== undefined) {
    problems.problem("vpcEndpointSpecs together with region is not modelled by the sandbox; make the endpoints with aws.ec2.VpcEndpoint");
  }
  return specs.flatMap((input, index) => {
    const path = `vpcEndpointSpecs[${String(index)}]`;
    const spec = problems.map(path, input) ?? {};
    problems.onlyKnown(spec, ["serviceName", "vpcEndpointType"], `${path}.`);
    const serviceName = problems.string(`${path}.serviceName`, spec["serviceName"]);
    const type = problems.oneOf(`${path}.vpcEndpointType`, spec["vpcEndpointType"], ["Gateway", "Interface"]);
    if (serviceName === undefined || type === undefined) {
      problems.problem(`${path}: serviceName and vpcEndpointType are both needed`);
      return [];
    }
    return [{ serviceName, type }];
  });
}
