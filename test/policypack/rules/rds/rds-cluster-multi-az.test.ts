import { rdsClusterMultiAz } from "../../../../policypack/rules/rds/rds-cluster-multi-az.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const cluster = { type: "aws:rds/cluster:Cluster", props: { clusterIdentifier: "records", engine: "aurora-postgresql" } };
const member = { type: "aws:rds/clusterInstance:ClusterInstance", refs: { clusterIdentifier: "cluster.id" } };

const secondary = { ...cluster, props: { ...cluster.props, sourceRegion: "us-east-1", globalClusterIdentifier: "records" } };
/** A global database that the secondary is a member of by reference. */
const global = { type: "aws:rds/globalCluster:GlobalCluster", props: { globalClusterIdentifier: "records" } };

testStackRule(rdsClusterMultiAz, {
  compliant: [
    { cluster, first: member, second: member },
    { cluster: { ...cluster, props: { engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" } } },
    { cluster, first: { ...member, props: { clusterIdentifier: "records" }, refs: {} }, second: member },
    { cluster: secondary, first: member },
    { cluster: { ...cluster, props: { ...cluster.props, engineMode: "serverless" } } },
    { global, cluster: { ...secondary, props: { ...cluster.props, sourceRegion: "us-east-1" }, refs: { globalClusterIdentifier: "global.id" } }, first: member },
  ],
  violating: [
    { why: "one instance", change: { second: null }, blamed: "cluster", property: "clusterMembers", found: "1 instance" },
    { why: "a secondary that was taken out of its global database", of: 3, change: { cluster: { props: { ...cluster.props, globalClusterIdentifier: "" } } }, blamed: "cluster", property: "clusterMembers", found: "1 instance" },
    { why: "an older cluster that is not serverless", change: { second: null, cluster: { props: { engineMode: "provisioned", dbClusterInstanceClass: "" } } }, blamed: "cluster", property: "clusterMembers", found: "1 instance" },
    { why: "a primary of a global database", of: 3, change: { cluster: { props: { ...cluster.props, sourceRegion: undefined } } }, blamed: "cluster", property: "clusterMembers", found: "1 instance" },
    { why: "no instance", change: { first: null, second: null }, blamed: "cluster", property: "clusterMembers", found: "0 instances" },
  ],
});
