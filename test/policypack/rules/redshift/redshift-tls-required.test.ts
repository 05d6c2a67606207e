import { redshiftTlsRequired } from "../../../../policypack/rules/redshift/redshift-tls-required.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(redshiftTlsRequired, {
  compliant: [
    {
      tls: { type: "aws:redshift/parameterGroup:ParameterGroup", props: { name: "tls", family: "redshift-2.0", parameters: [{ name: "require_ssl", value: "true" }] } },
      warehouse: { type: "aws:redshift/cluster:Cluster", props: {}, refs: { clusterParameterGroupName: "tls.id" } },
    },
    { warehouse: { type: "aws:redshift/cluster:Cluster", props: { clusterParameterGroupName: "default.redshift-2.0" } } },
    { records: { type: "aws:redshiftserverless/workgroup:Workgroup", props: { configParameters: [{ parameterKey: "require_ssl", parameterValue: "true" }] } } },
    { records: { type: "aws:redshiftserverless/workgroup:Workgroup", props: {} } },
  ],
  violating: [
    { why: "a group that does not say so", change: { tls: { props: { parameters: [] } } }, blamed: "tls", property: "parameters", found: "no require_ssl: true" },
    { why: "switched off", change: { tls: { props: { parameters: [{ name: "require_ssl", value: "false" }] } } }, blamed: "tls", property: "parameters", found: "no require_ssl: true" },
    {
      why: "the older default group",
      of: 1,
      change: { warehouse: { props: { clusterParameterGroupName: "default.redshift-1.0" } } },
      blamed: "warehouse",
      property: "clusterParameterGroupName",
      found: "default.redshift-1.0",
    },
    {
      why: "a workgroup with it switched off",
      of: 2,
      change: { records: { props: { configParameters: [{ parameterKey: "require_ssl", parameterValue: "false" }] } } },
      blamed: "records",
      property: "configParameters",
      found: "require_ssl: false",
    },
  ],
  unknown: [
    ["tls", "parameters"],
    ["tls", "parameters[0].value"],
  ],
});
