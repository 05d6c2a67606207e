/** Zone letters and the prefix of zone ids of the regions the sandbox knows, as AWS publishes them. */
const ZONES: Readonly<Record<string, readonly [letters: string, idPrefix: string, numbers: readonly number[]]>> = {
  // Which letter means which zone differs from account to account; this is the sandbox account's order.
  "us-east-1": ["abcdef", "use1", [1, 2, 4, 6, 3, 5]],
  "us-east-2": ["abc", "use2", [1, 2, 3]],
  "us-west-1": ["ac", "usw1", [1, 3]],
  "us-west-2": ["abcd", "usw2", [1, 2, 3, 4]],
  "ca-central-1": ["abd", "cac1", [1, 2, 4]],
  "eu-west-1": ["abc", "euw1", [1, 2, 3]],
  "eu-west-2": ["abc", "euw2", [1, 2, 3]],
  "eu-central-1": ["abc", "euc1", [1, 2, 3]],
  "eu-north-1": ["abc", "eun1", [1, 2, 3]],
  "ap-southeast-1": ["abc", "apse1", [1, 2, 3]],
  "ap-southeast-2": ["abc", "apse2", [1, 2, 3]],
  "ap-northeast-1": ["acd", "apne1", [4, 1, 2]],
};

/** Regions that the sandbox has zones for. */
export const KNOWN_REGIONS: readonly string[] = Object.keys(ZONES);

/** Zone names with their ids, empty for a region the sandbox does not know. */
export function availabilityZoneIds(region: string): ReadonlyMap<string, string> {
  const [letters, prefix, numbers] = ZONES[region] ?? ["", "", []];
  return new Map([...letters].map((letter, index) => [`${region}${letter}`, `${prefix}-az${String(numbers[index])}`]));
}
