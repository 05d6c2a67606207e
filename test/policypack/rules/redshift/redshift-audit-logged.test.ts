import { redshiftAuditLogged } from "../../../../policypack/rules/redshift/redshift-audit-logged.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(redshiftAuditLogged, {
  compliant: [
    {
      warehouse: { type: "aws:redshift/cluster:Cluster", props: { clusterIdentifier: "warehouse" } },
      logging: { type: "aws:redshift/logging:Logging", props: { clusterIdentifier: "warehouse", logDestinationType: "cloudwatch" } },
    },
    {
      warehouse: { type: "aws:redshift/cluster:Cluster", props: { clusterIdentifier: "warehouse" } },
      logging: { type: "aws:redshift/logging:Logging", props: {}, refs: { clusterIdentifier: "warehouse.id" } },
    },
    { records: { type: "aws:redshiftserverless/namespace:Namespace", props: { logExports: ["userlog", "connectionlog", "useractivitylog"] } } },
  ],
  violating: [
    { why: "no logging", change: { logging: null }, blamed: "warehouse", property: "(cluster)", found: "no aws.redshift.Logging" },
    { why: "another cluster's logging", change: { logging: { props: { clusterIdentifier: "other" } } }, blamed: "warehouse", property: "(cluster)", found: "no aws.redshift.Logging" },
    { why: "a namespace without user log", of: 2, change: { records: { props: { logExports: ["connectionlog"] } } }, blamed: "records", property: "logExports", found: "no userlog" },
    { why: "a namespace without logs", of: 2, change: { records: { props: { logExports: undefined } } }, blamed: "records", property: "logExports", found: "no connectionlog" },
  ],
});
