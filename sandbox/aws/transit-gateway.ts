import type { ResourceModels } from "../resource-model.ts";

export const transitGatewayModels: ResourceModels = {
  "aws:ec2transitgateway/transitGateway:TransitGateway": {
    replaceOn: ["multicastSupport"],
    defaults: { amazonSideAsn: 64_512, autoAcceptSharedAttachments: "disable", defaultRouteTableAssociation: "enable", defaultRouteTablePropagation: "enable", dnsSupport: "enable", multicastSupport: "disable",
      securityGroupReferencingSupport: "disable", vpnEcmpSupport: "enable" },
    id: "tgw-{hex:17}",
    arn: "arn:aws:ec2:{region}:{account}:transit-gateway/{id}",
    outputs: ({ hex }) => {
      const table = `tgw-rtb-${hex(17, "table")}`;
      return { associationDefaultRouteTableId: table, encryptionSupport: "disable", propagationDefaultRouteTableId: table };
    },
  },
};
