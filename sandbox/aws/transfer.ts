import { CloudError } from "../cloud-error.ts";
import { inWordsOf } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { isList } from "../wire.ts";
import { role, securityGroup, subnet, vpc } from "./references.ts";

const INVALID = "InvalidRequestException";

export const transferModels: ResourceModels = {
  "aws:transfer/server:Server": {
    replaceOn: ["domain", "identityProviderType"],
    defaults: { domain: "S3", endpointType: "PUBLIC", forceDestroy: false, identityProviderType: "SERVICE_MANAGED", securityPolicyName: "TransferSecurityPolicy-2018-11" },
    id: "s-{hex:17}",
    arn: "arn:aws:transfer:{region}:{account}:server/{id}",
    outputs: ({ hex, id, region }) => ({
      endpoint: `${id}.server.transfer.${region}.amazonaws.com`, hostKeyFingerprint: `SHA256:${hex(43)}=`, ipAddressType: "IPV4", protocols: ["SFTP"], sftpAuthenticationMethods: "",
    }),
    references: {
      loggingRole: inWordsOf(role, INVALID, "Unable to assume the role {value}"),
      "endpointDetails.vpcId": inWordsOf(vpc, INVALID, "VPC {value} does not exist"),
      "endpointDetails.subnetIds": inWordsOf(subnet, INVALID, "Subnet {value} does not exist"),
      "endpointDetails.securityGroupIds": inWordsOf(securityGroup, INVALID, "Security group {value} does not exist"),
    },
    validate: refuseProtocols,
  },
};

/** FTP stays inside of a VPC, and neither it nor FTPS knows the users of the service itself. */
function refuseProtocols({ inputs }: ResourceContext): void {
  const given = inputs["protocols"];
  const protocols = isList(given) ? given : [];
  if (protocols.includes("FTP") && inputs["endpointType"] !== "VPC") {
    throw new CloudError(INVALID, "FTP is only supported on endpoints of the type VPC");
  }
  if (protocols.some((protocol) => protocol === "FTP" || protocol === "FTPS") && inputs["identityProviderType"] === "SERVICE_MANAGED") {
    throw new CloudError(INVALID, "FTP and FTPS do not support the identity provider type SERVICE_MANAGED");
  }
}
