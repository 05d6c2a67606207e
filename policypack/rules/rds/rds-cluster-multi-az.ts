import { isSecondary } from "../../engine/global-databases.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const rdsClusterMultiAz = defineStackRule({
  name: "rds-cluster-multi-az",
  description: "Every database cluster spans availability zones: with a second instance, or as a Multi-AZ cluster; the secondary of a global database is itself a copy.",
  severity: "high",
  citations: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"],
  controls: ["rds-cluster-multi-az"],
  remediation: ["Add a second ClusterInstance to the cluster; without a zone of its own each gets another one."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html",
  resources: ["aws:rds/cluster:Cluster"],
  check: (stack) =>
    stack.ofType("aws:rds/cluster:Cluster").filter((cluster) => !isSecondary(cluster)).flatMap((cluster) => {
      const managed = cluster.props.isKnown("dbClusterInstanceClass") && (cluster.props.string("dbClusterInstanceClass") ?? "") !== "";
      const count = stack.referringTo(cluster, "clusterIdentifier", "aws:rds/clusterInstance:ClusterInstance").length;
      const serverless = cluster.props.isKnown("engineMode") && cluster.props.string("engineMode") === "serverless";
      return managed || serverless || count >= 2
        ? []
        : [{ urn: cluster.urn, property: "clusterMembers", found: `${String(count)} instance${count === 1 ? "" : "s"}`, required: "at least 2 instances" }];
    }),
});
