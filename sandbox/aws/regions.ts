interface RegionFacts {
  /** As the AWS console calls it. */
  readonly description: string;
  /** Zone letters and the numbers in their zone ids. Which letter means which zone differs from account to account. */
  readonly zones: readonly (readonly [letter: string, number: number])[];
  readonly zoneIdPrefix: string;
  /** AWS's prefix lists of S3 and DynamoDB. */
  readonly prefixLists: { readonly s3: string; readonly dynamodb: string };
  /** The account from which classic and application load balancers deliver their logs. */
  readonly loadBalancerAccount: string;
}

function zones(letters: string, ...numbers: readonly number[]): RegionFacts["zones"] {
  return Array.from(letters, (letter, index) => [letter, numbers[index] ?? index + 1] as const);
}

/** Regions that the sandbox knows, with what AWS publishes of them. */
const REGIONS: Readonly<Record<string, RegionFacts>> = {
  "us-east-1": { description: "US East (N. Virginia)", zones: zones("abcdef", 1, 2, 4, 6, 3, 5), zoneIdPrefix: "use1", prefixLists: { s3: "pl-63a5400a", dynamodb: "pl-02cd2c6b" }, loadBalancerAccount: "127311923021" },
  "us-east-2": { description: "US East (Ohio)", zones: zones("abc"), zoneIdPrefix: "use2", prefixLists: { s3: "pl-7ba54012", dynamodb: "pl-4ca54025" }, loadBalancerAccount: "033677994240" },
  "us-west-1": { description: "US West (N. California)", zones: zones("ac", 1, 3), zoneIdPrefix: "usw1", prefixLists: { s3: "pl-6ba54002", dynamodb: "pl-6ea54007" }, loadBalancerAccount: "027434742980" },
  "us-west-2": { description: "US West (Oregon)", zones: zones("abcd"), zoneIdPrefix: "usw2", prefixLists: { s3: "pl-68a54001", dynamodb: "pl-00a54069" }, loadBalancerAccount: "797873946194" },
  "ca-central-1": { description: "Canada (Central)", zones: zones("abd", 1, 2, 4), zoneIdPrefix: "cac1", prefixLists: { s3: "pl-7da54014", dynamodb: "pl-4ea54027" }, loadBalancerAccount: "985666609251" },
  "eu-west-1": { description: "Europe (Ireland)", zones: zones("abc"), zoneIdPrefix: "euw1", prefixLists: { s3: "pl-6da54004", dynamodb: "pl-6fa54006" }, loadBalancerAccount: "156460612806" },
  "eu-west-2": { description: "Europe (London)", zones: zones("abc"), zoneIdPrefix: "euw2", prefixLists: { s3: "pl-7ca54015", dynamodb: "pl-b3a742da" }, loadBalancerAccount: "652711504416" },
  "eu-central-1": { description: "Europe (Frankfurt)", zones: zones("abc"), zoneIdPrefix: "euc1", prefixLists: { s3: "pl-6ea54007", dynamodb: "pl-66a5400f" }, loadBalancerAccount: "054676820928" },
  "eu-north-1": { description: "Europe (Stockholm)", zones: zones("abc"), zoneIdPrefix: "eun1", prefixLists: { s3: "pl-c3aa4faa", dynamodb: "pl-adae4bc4" }, loadBalancerAccount: "897822967062" },
  "ap-southeast-1": { description: "Asia Pacific (Singapore)", zones: zones("abc"), zoneIdPrefix: "apse1", prefixLists: { s3: "pl-6fa54006", dynamodb: "pl-67a5400e" }, loadBalancerAccount: "114774131450" },
  "ap-southeast-2": { description: "Asia Pacific (Sydney)", zones: zones("abc"), zoneIdPrefix: "apse2", prefixLists: { s3: "pl-6ca54005", dynamodb: "pl-62a5400b" }, loadBalancerAccount: "783225319266" },
  "ap-northeast-1": { description: "Asia Pacific (Tokyo)", zones: zones("acd", 4, 1, 2), zoneIdPrefix: "apne1", prefixLists: { s3: "pl-61a54008", dynamodb: "pl-78a54011" }, loadBalancerAccount: "582318560864" },
};

/** Regions that the sandbox can answer for. */
export const KNOWN_REGIONS: readonly string[] = Object.keys(REGIONS);

/** @returns undefined for a region the sandbox does not know */
export function regionFacts(region: string): RegionFacts | undefined {
  return REGIONS[region];
}

/** Zone names with their ids, empty for a region the sandbox does not know. */
export function availabilityZoneIds(region: string): ReadonlyMap<string, string> {
  const facts = REGIONS[region];
  return new Map((facts?.zones ?? []).map(([letter, number]) => [`${region}${letter}`, `${facts?.zoneIdPrefix ?? ""}-az${String(number)}`]));
}

/** The id of AWS's own prefix list of a gateway service; undefined where AWS has none or the sandbox does not know it. */
export function awsPrefixList(serviceName: string): string | undefined {
  const [, region, service] = /^com\.amazonaws\.([a-z0-9-]+)\.(s3|dynamodb)$/u.exec(serviceName) ?? [];
  const lists = region === undefined ? undefined : REGIONS[region]?.prefixLists;
  return service === "s3" || service === "dynamodb" ? lists?.[service] : undefined;
}
