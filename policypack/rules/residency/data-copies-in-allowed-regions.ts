import type { Reader } from "../../engine/reader.ts";
import { ALLOWED_REGIONS, regionOfArn } from "../../engine/regions.ts";
import { defineRule } from "../../engine/rule.ts";

type Target = readonly [part: Reader, name: string];
const each = (parts: readonly Reader[], name: string): readonly Target[] => parts.map((part) => [part, name]);
const copied = (props: Reader): readonly Reader[] => props.objects("rules").flatMap((rule) => rule.objects("copyActions"));
const destinations = (props: Reader): readonly Reader[] =>
  props.objects("replicationConfiguration").flatMap((config) => config.objects("rules").flatMap((rule) => rule.objects("destinations")));

/** Where each type names the region, or the ARN, that it copies to. */
const TARGETS: Readonly<Record<string, (props: Reader) => readonly Target[]>> = {
  "aws:dynamodb/table:Table": (props) => each(props.objects("replicas"), "regionName"),
  "aws:dynamodb/globalTable:GlobalTable": (props) => each(props.objects("replicas"), "regionName"),
  "aws:secretsmanager/secret:Secret": (props) => each(props.objects("replicas"), "region"),
  "aws:backup/plan:Plan": (props) => each(copied(props), "destinationVaultArn"),
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": (props) => each(destinations(props), "region"),
  "aws:rds/snapshotCopy:SnapshotCopy": (props) => each([props], "destinationRegion"),
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": (props) => each([props], "destinationRegion"),
  "aws:efs/replicationConfiguration:ReplicationConfiguration": (props) => each(props.objects("destination"), "region"),
};

export const dataCopiesInAllowedRegions = defineRule({
  name: "data-copies-in-allowed-regions",
  description: "Replicas and copies of data go only to regions on the allow-list.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(b)(1)", "164.310(d)(1)"],
  controls: [],
  remediation: ["Replace the region of the replica or copy with one on the list; extend the setting regions if the business associate agreement covers more."],
  url: "https://docs.aws.amazon.com/general/latest/gr/rande.html",
  resources: Object.keys(TARGETS),
  parameters: { regions: ALLOWED_REGIONS },
  check: ({ type, props }, settings) => {
    const allowed = settings.strings("regions");
    return (TARGETS[type]?.(props) ?? []).flatMap(([part, name]) => {
      const value = part.string(name);
      const region = value?.startsWith("arn:") === true ? regionOfArn(value) : value;
      return region === undefined || allowed.includes(region) ? [] : [{ property: part.pathOf(name), found: region, required: allowed.join(" or ") }];
    });
  },
});
