import { isGiven } from "./given-values.ts";
import type { StackResource } from "./rule.ts";

const MEMBERSHIP = "globalClusterIdentifier";

/**
 * Whether a cluster is a secondary of a global database: made as an encrypted copy of a cluster in
 * another region, and still a member. One that was taken out stands for itself.
 */
export function isSecondary(cluster: StackResource): boolean {
  const { props } = cluster;
  const member = props.isKnown(MEMBERSHIP) ? (props.string(MEMBERSHIP) ?? "") !== "" : isGiven(cluster, MEMBERSHIP);
  return member && isGiven(cluster, "sourceRegion");
}
