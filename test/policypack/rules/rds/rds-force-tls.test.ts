import { rdsForceTls } from "../../../../policypack/rules/rds/rds-force-tls.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const force = (value: string, name = "rds.force_ssl") => [{ name, value }];
const records = { type: "aws:rds/instance:Instance", props: { engine: "postgres" }, refs: { parameterGroupName: "group.id" } };
const group = { type: "aws:rds/parameterGroup:ParameterGroup", props: { name: "records", family: "postgres14", parameters: force("1") } };
const letIn = { blamed: "group", property: "parameters", found: "connections without TLS are let in" };

testStackRule(rdsForceTls, {
  compliant: [
    { records, group },
    { records: { ...records, props: { engine: "postgres", parameterGroupName: "records" }, refs: {} }, group },
    { records, group: { ...group, props: { name: "records", family: "postgres17" } } },
    { records, group: { ...group, props: { family: "mysql8.0", parameters: force("ON", "require_secure_transport") } } },
    {
      cluster: { type: "aws:rds/cluster:Cluster", props: { engine: "aurora-postgresql" }, refs: { dbClusterParameterGroupName: "group.id" } },
      group: { type: "aws:rds/clusterParameterGroup:ClusterParameterGroup", props: { family: "aurora-postgresql16", parameters: force("1") } },
    },
    { records, group: { ...group, props: { family: "postgres15" } } },
    { records, group: { ...group, props: { parameters: force("on") } } },
    {
      cluster: { type: "aws:rds/cluster:Cluster", props: { engine: "aurora-postgresql" }, refs: { dbClusterParameterGroupName: "group.id" } },
      group: { type: "aws:rds/clusterParameterGroup:ClusterParameterGroup", props: { family: "aurora-postgresql17" } },
    },
    { legacy: { ...records, props: { engine: "oracle-ee" }, refs: {} } },
  ],
  violating: [
    { why: "no group", change: { records: { refs: { parameterGroupName: undefined } } }, blamed: "records", property: "parameterGroupName", found: "no parameter group of the stack" },
    { why: "switched off", change: { group: { props: { parameters: force("0") } } }, ...letIn },
    { why: "left to an old default", change: { group: { props: { parameters: undefined } } }, ...letIn },
    { why: "switched off against the default", change: { group: { props: { family: "postgres17", parameters: force("0") } } }, ...letIn },
    { why: "the default of MySQL", change: { group: { props: { family: "mysql8.0", parameters: [] } } }, ...letIn },
    { why: "a family that only ends as one", change: { group: { props: { family: "old-postgres17", parameters: undefined } } }, ...letIn },
    { why: "an engine that only ends as one that has no such switch", change: { records: { props: { engine: "not-oracle" }, refs: { parameterGroupName: undefined } } }, blamed: "records", property: "parameterGroupName", found: "no parameter group of the stack" },
    {
      why: "the default of Aurora 16",
      of: 4,
      change: { group: { props: { parameters: undefined } } },
      ...letIn,
    },
  ],
  unknown: [
    ["group", "parameters"],
    ["group", "parameters[0].value"],
  ],
});
