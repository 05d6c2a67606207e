import { defineRule } from "../../engine/rule.ts";

const STRICT = new Set(["enabled", "fips-140-3", "tls1.2+", "tls1.3+"]);

export const docdbClusterTlsRequired = defineRule({
  name: "docdb-cluster-tls-required",
  description: "No parameter group lets DocumentDB take connections without TLS 1.2.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: [],
  remediation: ['Leave the parameter tls at its default, "enabled", or set it to "tls1.2+".'],
  url: "https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html",
  resources: ["aws:docdb/clusterParameterGroup:ClusterParameterGroup"],
  check: ({ props }) => {
    const parameters = props.has("parameters") ? props.objects("parameters") : [];
    return parameters
      .filter((parameter) => parameter.string("name") === "tls" && !STRICT.has(parameter.string("value") ?? ""))
      .map((parameter) => ({ property: parameter.pathOf("value"), found: parameter.string("value") ?? "nothing", required: '"enabled" or "tls1.2+"' }));
  },
});
