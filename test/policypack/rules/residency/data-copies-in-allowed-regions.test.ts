import { dataCopiesInAllowedRegions } from "../../../../policypack/rules/residency/data-copies-in-allowed-regions.ts";
import { testRule } from "../../rule-tester.ts";

const copyTo = (region: string) => ({ rules: [{ copyActions: [{ destinationVaultArn: `arn:aws:backup:${region}:123456789012:backup-vault:hipaa` }] }] });

testRule(dataCopiesInAllowedRegions, {
  compliant: [
    { type: "aws:dynamodb/table:Table", props: { replicas: [{ regionName: "us-west-2" }] } },
    { type: "aws:dynamodb/table:Table", props: {} },
    { type: "aws:backup/plan:Plan", props: copyTo("us-west-2") },
    { type: "aws:secretsmanager/secret:Secret", props: { replicas: [{ region: "us-east-2" }] } },
    { type: "aws:secretsmanager/secret:Secret", props: { replicas: [{ region: "eu-west-1" }] }, configuration: { regions: ["eu-west-1"] } },
  ],
  violating: [
    { why: "a replica of a table", props: { replicas: [{ regionName: "us-west-2" }, { regionName: "eu-west-1" }] }, property: "replicas[1].regionName", found: "eu-west-1" },
    { why: "a replica of a secret", props: { replicas: [{ region: "eu-west-1" }] }, fixture: { type: "aws:secretsmanager/secret:Secret" }, property: "replicas[0].region", found: "eu-west-1" },
    { why: "a copy of backups", props: copyTo("eu-west-1"), fixture: { type: "aws:backup/plan:Plan" }, property: "rules[0].copyActions[0].destinationVaultArn", found: "eu-west-1" },
    { why: "a copy of a snapshot", props: { destinationRegion: "eu-west-1" }, fixture: { type: "aws:rds/snapshotCopy:SnapshotCopy" }, property: "destinationRegion", found: "eu-west-1" },
    { why: "a copy of a cluster's snapshot", props: { destinationRegion: "eu-west-1" }, fixture: { type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy" }, property: "destinationRegion", found: "eu-west-1" },
    { why: "a replica of an older global table", props: { replicas: [{ regionName: "eu-west-1" }] }, fixture: { type: "aws:dynamodb/globalTable:GlobalTable" }, property: "replicas[0].regionName", found: "eu-west-1" },
    { why: "a copy of a file system", props: { destination: { region: "eu-west-1" } }, fixture: { type: "aws:efs/replicationConfiguration:ReplicationConfiguration" }, property: "destination.region", found: "eu-west-1" },
    {
      why: "copies of images",
      props: { replicationConfiguration: { rules: [{ destinations: [{ region: "eu-west-1", registryId: "123456789012" }] }] } },
      fixture: { type: "aws:ecr/replicationConfiguration:ReplicationConfiguration" },
      property: "replicationConfiguration.rules[0].destinations[0].region",
      found: "eu-west-1",
    },
  ],
  unknown: ["replicas", "replicas[0].regionName"],
});
