import { BasePathMapping } from "@pulumi/aws/apigateway/basePathMapping.js";
import { DomainName } from "@pulumi/aws/apigateway/domainName.js";
import { Record } from "@pulumi/aws/route53/record.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ApiDomain } from "./api-settings.ts";
import type { ServedApi } from "./api-stage.ts";
import { type Api, TLS_POLICY } from "./rest-api.ts";

/** A domain of one's own before the stage, under the same TLS policy. */
export function createDomain(parent: pulumi.Resource, name: string, domain: ApiDomain, api: Api, { stage }: ServedApi): DomainName {
  const domainName = new DomainName(`${name}-domain`, {
    domainName: domain.name,
    regionalCertificateArn: domain.certificateArn,
    endpointConfiguration: { types: "REGIONAL" },
    ...TLS_POLICY,
    tags: { Name: domain.name },
  }, { parent });
  new BasePathMapping(`${name}-domain-mapping`, { domainName: domainName.domainName, restApi: api.restApi.id, stageName: stage.stageName }, { parent: domainName });
  if (domain.hostedZoneId !== undefined) {
    new Record(`${name}-domain-record`, {
      zoneId: domain.hostedZoneId,
      name: domain.name,
      type: "A",
      aliases: [{ name: domainName.regionalDomainName, zoneId: domainName.regionalZoneId, evaluateTargetHealth: false }],
    }, { parent: domainName });
  }
  return domainName;
}
