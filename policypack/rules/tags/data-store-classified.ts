import { BUCKET_TYPES } from "../../engine/buckets.ts";
import { defineRule } from "../../engine/rule.ts";
import { DATA_CLASSES, tagOf } from "../../engine/tags.ts";

export const dataStoreClassified = defineRule({
  name: "data-store-classified",
  description: "Every data store says which class of data it holds; keys, retention and other rules follow from it.",
  severity: "high",
  citations: ["164.308(a)(7)(ii)(E)", "164.310(d)(2)(iii)"],
  controls: [],
  remediation: ['Add the tag DataClassification with "phi", "audit", "operational" or "secret".'],
  url: "https://docs.aws.amazon.com/whitepapers/latest/data-classification/data-classification-overview.html",
  resources: [
    ...BUCKET_TYPES,
    "aws:rds/instance:Instance",
    "aws:rds/cluster:Cluster",
    "aws:dynamodb/table:Table",
    "aws:efs/fileSystem:FileSystem",
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    "aws:fsx/ontapFileSystem:OntapFileSystem",
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
    "aws:redshift/cluster:Cluster",
    "aws:opensearch/domain:Domain",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
    "aws:elasticache/replicationGroup:ReplicationGroup",
  ],
  check: ({ props }) => {
    const value = tagOf(props, "DataClassification");
    return value !== undefined && DATA_CLASSES.some((dataClass) => dataClass === value)
      ? []
      : [{ property: "tagsAll.DataClassification", found: value ?? "no such tag", required: DATA_CLASSES.join(" or ") }];
  },
});
