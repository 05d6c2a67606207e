import { isGiven } from "../../engine/given-values.ts";
import type { Reader } from "../../engine/reader.ts";
import { defineStackRule } from "../../engine/rule.ts";

const GROUP = "aws:redshift/parameterGroup:ParameterGroup";
const PROPERTY = "clusterParameterGroupName";
const DEFAULT_WITH_TLS = "default.redshift-2.0";

/** What the list of parameters says of require_ssl, if anything. */
function requiresTls(props: Reader, list: string, name: string, value: string): boolean | undefined {
  const parameters = props.has(list) ? props.objects(list) : [];
  return parameters.find((parameter) => parameter.string(name) === "require_ssl")?.boolean(value);
}

export const redshiftTlsRequired = defineStackRule({
  name: "redshift-tls-required",
  description: "Redshift refuses connections without TLS.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(1)", "164.312(e)(2)(i)",
    "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)",
    "164.314(b)(2)(iv)",
  ],
  controls: ["redshift-require-tls"],
  remediation: ['Give every aws.redshift.ParameterGroup the parameter { name: "require_ssl", value: "true" }.', "Name such a group as clusterParameterGroupName, or leave it at its default, default.redshift-2.0."],
  url: "https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html",
  resources: ["aws:redshift/cluster:Cluster", "aws:redshift/parameterGroup:ParameterGroup", "aws:redshiftserverless/workgroup:Workgroup"],
  check: (stack) => [
    ...stack.ofType(GROUP).flatMap(({ urn, props }) =>
      requiresTls(props, "parameters", "name", "value") === true ? [] : [{ urn, property: "parameters", found: "no require_ssl: true", required: 'require_ssl: "true"' }],
    ),
    ...stack.ofType("aws:redshift/cluster:Cluster").flatMap((cluster) => {
      if (!isGiven(cluster, PROPERTY) || stack.ofType(GROUP).some((group) => stack.refersTo(cluster, PROPERTY, group))) {
        return [];
      }
      const name = cluster.props.string(PROPERTY);
      return name === DEFAULT_WITH_TLS ? [] : [{ urn: cluster.urn, property: PROPERTY, found: name ?? "nothing", required: "a parameter group of this stack" }];
    }),
    ...stack.ofType("aws:redshiftserverless/workgroup:Workgroup").flatMap(({ urn, props }) => {
      const given = props.isKnown("configParameters") ? requiresTls(props, "configParameters", "parameterKey", "parameterValue") : undefined;
      return given === false ? [{ urn, property: "configParameters", found: "require_ssl: false", required: 'require_ssl: "true"' }] : [];
    }),
  ],
});
