import { CloudError } from "../cloud-error.ts";
import { inWordsOf } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { isProperties, type Value } from "../wire.ts";
import { kmsKey, logGroup, securityGroup, subnet } from "./references.ts";

const INVALID = "ValidationException";

export const opensearchModels: ResourceModels = {
  "aws:opensearch/domain:Domain": {
    naming: { input: "domainName", maxLength: 28, lowercase: true },
    replaceOn: ["domainName", "encryptAtRest.kmsKeyId", "ipAddressType", "vpcOptions.subnetIds"],
    replaceWhenRemoved: ["vpcOptions"],
    id: "arn:aws:es:{region}:{account}:domain/{domainName}",
    arn: "{id}",
    duplicateCode: "ResourceAlreadyExistsException",
    outputs: ({ hex, id, inputs, region }) => {
      const name = id.split("/").at(-1) ?? "";
      const endpoint = `${inputs["vpcOptions"] === undefined ? "search" : "vpc"}-${name}-${hex(26)}.${region}.es.amazonaws.com`;
      return {
        accessPolicies: "", dashboardEndpoint: `${endpoint}/_dashboards`, domainId: `123456789012/${name}`, endpoint, engineVersion: "OpenSearch_3.1", ipAddressType: "ipv4",
        dashboardEndpointV2: "", domainEndpointV2HostedZoneId: "Z1234567890ABCDEFGHIJ", endpointV2: "",
      };
    },
    documents: { accessPolicies: "InvalidTypeException" },
    references: {
      "encryptAtRest.kmsKeyId": inWordsOf(kmsKey, INVALID, "The KMS key {value} does not exist or cannot be used"),
      "vpcOptions.subnetIds": inWordsOf(subnet, INVALID, "Subnet {value} does not exist"),
      "vpcOptions.securityGroupIds": inWordsOf(securityGroup, INVALID, "Security group {value} does not exist"),
      "logPublishingOptions.cloudwatchLogGroupArn": inWordsOf(logGroup, INVALID, "The log group {value} does not exist"),
    },
    validate: refuseOpenUsers,
  },
};

/** Fine-grained access control keeps users; OpenSearch demands that they are kept encrypted and reached by HTTPS. */
function refuseOpenUsers({ inputs }: ResourceContext): void {
  if (isOn(inputs["advancedSecurityOptions"], "enabled")
    && !(isOn(inputs["encryptAtRest"], "enabled") && isOn(inputs["nodeToNodeEncryption"], "enabled") && isOn(inputs["domainEndpointOptions"], "enforceHttps"))) {
    throw new CloudError(INVALID, "You must enable node-to-node encryption, encryption at rest and HTTPS to use advanced security options.");
  }
}

function isOn(value: Value | undefined, field: string): boolean {
  return value !== undefined && isProperties(value) && value[field] === true;
}
