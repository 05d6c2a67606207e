import { createHash } from "node:crypto";
import { CloudError } from "../cloud-error.ts";
import { ACCOUNT } from "../resource-model.ts";
import { type Properties, textOf } from "../wire.ts";
import { parseArn } from "./arn.ts";
import { type Answers, type DataContext, type Filter, filtersOf, textsOf } from "./data-source.ts";
import { availabilityZoneIds, KNOWN_REGIONS, regionFacts } from "./regions.ts";

/** Who is calling, and where: the sandbox's one account and the regions it knows. */
export const accountData: Answers = {
  "aws:index/getCallerIdentity:getCallerIdentity": (_args, { settings }) => {
    const assumed = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?(.+)$/u.exec(settings.assumeRoleArns.at(-1) ?? "");
    const account = assumed?.[1] ?? ACCOUNT;
    return assumed === null
      ? { id: account, accountId: account, arn: `arn:aws:iam::${account}:user/sandbox`, userId: "AIDASANDBOXUSER" }
      : { id: account, accountId: account, arn: `arn:aws:sts::${account}:assumed-role/${assumed[2] ?? ""}/sandbox`, userId: "AROASANDBOXROLE:sandbox" };
  },
  "aws:index/getRegion:getRegion": (args, { region }) => {
    const [, byEndpoint = region] = /^ec2\.([^.]+)\./u.exec(textOf(args["endpoint"])) ?? [];
    const name = textOf(args["name"] ?? byEndpoint);
    return { id: name, region: name, name, description: known(name).description, endpoint: `ec2.${name}.amazonaws.com` };
  },
  "aws:index/getRegions:getRegions": () => ({ id: "aws", names: [...KNOWN_REGIONS] }),
  "aws:index/getPartition:getPartition": () => ({ id: "aws", partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" }),
  "aws:index/getDefaultTags:getDefaultTags": (_args, { settings }) => ({ id: "aws", tags: settings.defaultTags }),
  "aws:index/getServicePrincipal:getServicePrincipal": (args, { region }) => {
    const service = textOf(args["serviceName"]);
    return { id: `${service}.${region}.amazonaws.com`, name: `${service}.amazonaws.com`, serviceName: service, suffix: "amazonaws.com", region };
  },
  "aws:index/getAvailabilityZones:getAvailabilityZones": (args, { region }) => {
    const zones = zonesOf(region).filter(({ name, zoneId }) => !textsOf(args, "excludeNames").includes(name) && !textsOf(args, "excludeZoneIds").includes(zoneId))
      .filter((zone) => (args["state"] ?? zone.state) === zone.state && filtersOf(args).every((filter) => passes(zone, filter)));
    return { id: region, region, names: zones.map(({ name }) => name), zoneIds: zones.map(({ zoneId }) => zoneId), groupNames: zones.length === 0 ? [] : [`${region}-zg-1`] };
  },
  "aws:index/getAvailabilityZone:getAvailabilityZone": (args, context) => oneZone(args, context),
  "aws:s3/getCanonicalUserId:getCanonicalUserId": () => ({ id: createHash("sha256").update(ACCOUNT).digest("hex"), displayName: "sandbox" }),
  "aws:elb/getServiceAccount:getServiceAccount": (_args, { region }) => {
    const account = known(region).loadBalancerAccount;
    return { id: account, arn: `arn:aws:iam::${account}:root`, region };
  },
  "aws:iam/getSessionContext:getSessionContext": (args) => {
    const arn = textOf(args["arn"]);
    const [, role, session] = /^assumed-role\/(.+)\/([^/]+)$/u.exec(parseArn(arn)?.resource ?? "") ?? [];
    const account = parseArn(arn)?.account ?? ACCOUNT;
    return role === undefined
      ? { id: arn, arn, issuerArn: arn, issuerId: "", issuerName: "", sessionName: "" }
      : { id: arn, arn, issuerArn: `arn:aws:iam::${account}:role/${role}`, issuerId: "AROASANDBOXROLE", issuerName: role, sessionName: session ?? "" };
  },
};

interface Zone {
  readonly name: string;
  readonly zoneId: string;
  readonly state: string;
  readonly region: string;
}

function known(region: string): NonNullable<ReturnType<typeof regionFacts>> {
  const facts = regionFacts(region);
  if (facts === undefined) {
    throw new CloudError("InvalidRegion", `the sandbox does not know the region ${JSON.stringify(region)}; it knows ${KNOWN_REGIONS.join(", ")}`);
  }
  return facts;
}

function zonesOf(region: string): readonly Zone[] {
  known(region);
  return [...availabilityZoneIds(region)].map(([name, zoneId]) => ({ name, zoneId, state: "available", region }));
}

function passes(zone: Zone, { name, values }: Filter): boolean {
  const value = {
    "group-name": `${zone.region}-zg-1`, "opt-in-status": "opt-in-not-required", "region-name": zone.region, state: zone.state,
    "zone-id": zone.zoneId, "zone-name": zone.name, "zone-type": "availability-zone",
  }[name];
  if (value === undefined) {
    throw new CloudError("InvalidParameterValue", `The filter '${name}' is invalid`);
  }
  return values.includes(value);
}

function oneZone(args: Properties, { region }: DataContext): Properties {
  const zones = zonesOf(region).filter(({ name, zoneId }) => (args["name"] ?? name) === name && (args["zoneId"] ?? zoneId) === zoneId)
    .filter((zone) => filtersOf(args).every((filter) => passes(zone, filter)));
  const [zone, ...others] = zones;
  if (zone === undefined || others.length > 0) {
    throw new CloudError("InvalidParameterValue", zone === undefined ? "no matching EC2 Availability Zone found" : "multiple EC2 Availability Zones matched; use additional constraints to reduce matches to a single one");
  }
  const { name, zoneId, state } = zone;
  return { id: name, name, zoneId, state, region, nameSuffix: name.slice(region.length), groupName: `${region}-zg-1`, groupLongName: `${known(region).description} 1`, networkBorderGroup: region,
    optInStatus: "opt-in-not-required", parentZoneId: "", parentZoneName: "", zoneType: "availability-zone" };
}
