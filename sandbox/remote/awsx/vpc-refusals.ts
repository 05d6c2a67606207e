import type { Arguments } from "../arguments.ts";
import type { SubnetSpec, VpcArguments } from "./vpc-arguments.ts";

/** Refuses what the component refuses, in its words, and what the sandbox has no record of, in its own. */
export function refuseVpcArguments(args: VpcArguments, problems: Arguments): void {
  refuseSubnets(args, problems);
  refuseNat(args, problems);
  if (args.endpoints.length > 0 && args.subnetSpecs?.some(({ type }) => type !== "Private") !== false) {
    problems.problem("vpcEndpointSpecs: the sandbox has a record of them with Private subnets alone. Make the endpoints with aws.ec2.VpcEndpoint, or preview against a real account");
  }
}

function refuseSubnets({ subnetStrategy, subnetSpecs, zoneCount }: VpcArguments, problems: Arguments): void {
  const explicit = subnetSpecs?.some(({ cidrBlocks }) => cidrBlocks !== undefined) === true;
  if (subnetStrategy === "AutoMerge") {
    problems.problem(explicit
      ? 'subnetStrategy="AutoMerge" does not support subnetSpecs with explicit cidrBlocks. Use subnetStrategy="Auto" or "Exact" to fully specify the subnet layout.'
      : 'subnetStrategy is "AutoMerge", which the sandbox does not model; modelled are Legacy, Auto, Exact');
    return;
  }
  if (subnetStrategy !== "Legacy" && (subnetSpecs === undefined || subnetSpecs.length === 0)) {
    problems.problem(`subnetStrategy is "${subnetStrategy}" without subnetSpecs, which the sandbox does not model; list the subnets`);
  }
  for (const [index, spec] of (subnetSpecs ?? []).entries()) {
    const path = `subnetSpecs[${String(index)}]`;
    if (explicit && spec.cidrBlocks === undefined) {
      problems.problem(`${path} has no cidrBlocks. If any subnet spec has explicit cidrBlocks, all subnets must have explicit cidrBlocks.`);
    } else if (spec.cidrBlocks !== undefined && spec.cidrBlocks.length !== zoneCount) {
      problems.problem(`${path}.cidrBlocks has ${String(spec.cidrBlocks.length)} blocks; the number of CIDR blocks must match the number of availability zones (${String(zoneCount)})`);
    }
    refuseSize(path, spec, problems);
    if (subnetStrategy === "Legacy" && (spec.type === "Unused" || spec.cidrMask !== undefined || spec.size !== undefined)) {
      problems.problem(`${path}: with subnetStrategy "Legacy" the sandbox models neither type "Unused" nor cidrMask nor size; use "Auto" or "Exact"`);
    }
  }
}

function refuseSize(path: string, { cidrBlocks, cidrMask, size }: SubnetSpec, problems: Arguments): void {
  if (cidrBlocks !== undefined && (cidrMask !== undefined || size !== undefined)) {
    problems.problem(`${path}: cidrMask and size beside cidrBlocks are not modelled by the sandbox; cidrBlocks alone say it all`);
  }
  if (cidrMask !== undefined && (!Number.isInteger(cidrMask) || cidrMask < 0 || cidrMask > 32)) {
    problems.problem(`${path}.cidrMask is ${String(cidrMask)}; wanted is a whole number from 0 to 32`);
  }
  if (size !== undefined && !Number.isInteger(Math.log2(size))) {
    problems.problem(`${path}.size is ${String(size)}; wanted is a power of 2, such as 256`);
  }
  if (size !== undefined && cidrMask !== undefined && size !== 2 ** (32 - cidrMask)) {
    problems.problem(`${path}: Subnet size ${String(size)} does not match the expected size for a /${String(cidrMask)} subnet (${String(2 ** (32 - cidrMask))}).`);
  }
}

function refuseNat({ natStrategy, allocationIds, subnetSpecs, zoneCount }: VpcArguments, problems: Arguments): void {
  const has = (type: string): boolean => subnetSpecs === undefined || subnetSpecs.some((spec) => spec.type === type);
  if (natStrategy !== "None" && !(has("Public") && (has("Private") || has("Isolated")))) {
    problems.problem("If NAT Gateway strategy is 'OnePerAz' or 'Single', public subnets must be declared to host the NAT Gateway resource, along with private or isolated subnets to route through it.");
  }
  const wanted = { None: 0, Single: 1, OnePerAz: zoneCount }[natStrategy];
  if (allocationIds.length > 0 && allocationIds.length !== wanted) {
    problems.problem(`natGateways.elasticIpAllocationIds has ${String(allocationIds.length)} ids; with NAT Gateway strategy '${natStrategy}' and ${String(zoneCount)} availability zones wanted are ${String(wanted)}, or none at all`);
  }
}
