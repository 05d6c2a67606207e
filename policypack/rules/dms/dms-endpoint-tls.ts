import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

/** Targets that DMS reaches by their HTTPS APIs, and Redshift, which it always reaches over TLS. */
const HTTPS_ENGINES: ReadonlySet<string> = new Set(["s3", "dynamodb", "kinesis", "opensearch", "elasticsearch", "neptune", "redshift", "redshift-serverless", "timestream"]);
const KAFKA_PROTOCOLS = ["sasl-ssl", "ssl-authentication", "ssl-encryption"];

export const dmsEndpointTls = defineRule({
  name: "dms-endpoint-tls",
  description: "DMS endpoints of databases, Redis and Kafka are reached over TLS.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: ["dms-endpoint-tls"],
  remediation: ['Set sslMode to "require", "verify-ca" or "verify-full"; for Redis and Kafka set the protocol of their settings to one with TLS.'],
  url: "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html",
  resources: ["aws:dms/endpoint:Endpoint"],
  check: ({ props }) => {
    const engine = props.string("engineName") ?? "";
    if (engine === "redis") {
      return judgeText(props, "redisSettings.sslSecurityProtocol", { allowed: ["ssl-encryption"], absent: "ssl-encryption" });
    }
    if (engine === "kafka") {
      return judgeText(props, "kafkaSettings.securityProtocol", { allowed: KAFKA_PROTOCOLS, absent: "plaintext" });
    }
    return HTTPS_ENGINES.has(engine)
      ? { notApplicable: `${engine} is always reached over TLS` }
      : judgeText(props, "sslMode", { allowed: ["verify-full", "verify-ca", "require"], absent: "none" });
  },
});
