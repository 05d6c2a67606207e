import { dmsEndpointTls } from "../../../../policypack/rules/dms/dms-endpoint-tls.ts";
import { testRule } from "../../rule-tester.ts";

testRule(dmsEndpointTls, {
  compliant: [
    { props: { engineName: "postgres", sslMode: "verify-full" } },
    { props: { engineName: "sqlserver", sslMode: "require" } },
    { props: { engineName: "redis", redisSettings: { authType: "auth-token" } } },
    { props: { engineName: "mysql", sslMode: "verify-ca" } },
    ...["sasl-ssl", "ssl-authentication", "ssl-encryption"].map((securityProtocol) => ({ props: { engineName: "kafka", kafkaSettings: { securityProtocol } } })),
  ],
  violating: [
    { why: "no TLS", props: { sslMode: "none" }, property: "sslMode", found: "none" },
    { why: "left to the default", props: { sslMode: undefined }, property: "sslMode", found: "nothing, so none" },
    { why: "plain Redis", props: { engineName: "redis", redisSettings: { sslSecurityProtocol: "plaintext" } }, property: "redisSettings.sslSecurityProtocol", found: "plaintext" },
    { why: "plain Kafka", props: { engineName: "kafka", kafkaSettings: { broker: "broker:9092" } }, property: "kafkaSettings.securityProtocol", found: "nothing, so plaintext" },
  ],
  unknown: ["engineName", "sslMode"],
  notApplicable: ["s3", "dynamodb", "kinesis", "opensearch", "elasticsearch", "neptune", "redshift", "redshift-serverless", "timestream"].map((engineName) => ({
    why: `${engineName}, an API of AWS`, props: { engineName, sslMode: "none" },
  })),
});
