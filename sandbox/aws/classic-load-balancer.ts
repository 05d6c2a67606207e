import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { textOf } from "../wire.ts";
import { bucketAnywhere, securityGroup, subnet } from "./references.ts";

export const classicLoadBalancerModels: ResourceModels = {
  "aws:elb/loadBalancer:LoadBalancer": {
    naming: { input: "name", maxLength: 32 },
    replaceOn: ["internal", "name", "namePrefix"],
    defaults: { connectionDraining: false, connectionDrainingTimeout: 300, crossZoneLoadBalancing: true, desyncMitigationMode: "defensive", idleTimeout: 60 },
    id: "{name}",
    arn: "arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/{id}",
    duplicateCode: "DuplicateLoadBalancerName",
    outputs: ({ hex, id, inputs, region }) => ({
      dnsName: `${inputs["internal"] === true ? "internal-" : ""}${textOf(id)}-${hex(10, "dns")}.${region}.elb.amazonaws.com`,
      internal: false,
      sourceSecurityGroup: "123456789012/default",
      sourceSecurityGroupId: `sg-${hex(17, "source")}`,
      zoneId: "Z35SXDOTRQ7X7K",
    }),
    references: {
      subnets: inWordsOf(subnet, "SubnetNotFound"),
      securityGroups: inWordsOf(securityGroup, "InvalidSecurityGroup"),
      "accessLogs.bucket": inWordsOf(bucketAnywhere, "InvalidConfigurationRequest", "Access Denied for bucket: {value}. Please check S3bucket permission"),
    },
  },
};
