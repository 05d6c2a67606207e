import { rdsClusterMultiAz } from "../../../../policypack/rules/rds/rds-cluster-multi-az.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const cluster = { type: "aws:rds/cluster:Cluster", props: { clusterIdentifier: "records", engine: "aurora-postgresql" } };
const member = { type: "aws:rds/clusterInstance:ClusterInstance", refs: { clusterIdentifier: "cluster.id" } };

testStackRule(rdsClusterMultiAz, {
  compliant: [
    { cluster, first: member, second: member },
    { cluster: { ...cluster, props: { engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" } } },
    { cluster, first: { ...member, props: { clusterIdentifier: "records" }, refs: {} }, second: member },
  ],
  violating: [
    { why: "one instance", change: { second: null }, blamed: "cluster", property: "clusterMembers", found: "1 instance" },
    { why: "no instance", change: { first: null, second: null }, blamed: "cluster", property: "clusterMembers", found: "0 instances" },
  ],
});
