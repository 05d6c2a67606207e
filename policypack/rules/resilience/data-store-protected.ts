import { BUCKET_TYPES } from "../../engine/buckets.ts";
import { defineRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

/** Judged when tagged as holding PHI or evidence. */
const STORES = [
  ...BUCKET_TYPES,
  "aws:rds/instance:Instance",
  "aws:rds/cluster:Cluster",
  "aws:dynamodb/table:Table",
  "aws:efs/fileSystem:FileSystem",
];

/** Judged whatever their tags: without them data is lost, unreadable or unproven. */
const ALWAYS: readonly string[] = [
  "aws:kms/key:Key",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:backup/vault:Vault",
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
  "aws:cloudtrail/trail:Trail",
];

export const dataStoreProtected = defineRule({
  name: "data-store-protected",
  description: "Stores of PHI and evidence, keys, vaults and trails are protected, so that no update or destroy deletes them by mistake.",
  severity: "high",
  citations: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)", "164.312(c)(1)"],
  controls: [],
  remediation: ["Create the resource with the option protect: true; to delete it on purpose, run pulumi state unprotect first."],
  url: "https://www.pulumi.com/docs/iac/concepts/resources/options/protect/",
  resources: [...STORES, ...ALWAYS],
  check: ({ type, props, protect }) => {
    if (protect) {
      return [];
    }
    return ALWAYS.includes(type) || holds(props, "phi", "audit")
      ? [{ property: "(option) protect", found: "false", required: "true" }]
      : { notApplicable: "it holds neither PHI nor evidence" };
  },
});
