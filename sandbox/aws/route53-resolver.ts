import { inWordsOf, loosely } from "../references.ts";
import { ACCOUNT, type ResourceModels } from "../resource-model.ts";
import { byId } from "./reference-kinds.ts";
import { flowLogDestination, vpc } from "./references.ts";

const queryLogConfig = byId(["aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig"], {
  code: "ResourceNotFoundException",
  message: "The specified query logging configuration doesn't exist: {value}",
  holds: { code: "InvalidRequestException", message: "Query logging configuration {value} is associated with VPCs; remove the associations first" },
});

/** DNS of VPCs: what Route 53 Resolver records of it. */
export const route53ResolverModels: ResourceModels = {
  "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": {
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["destinationArn", "name"],
    id: "rqlc-{hex:16}",
    arn: "arn:aws:route53resolver:{region}:{account}:resolver-query-log-config/{id}",
    outputs: () => ({ ownerId: ACCOUNT, shareStatus: "NOT_SHARED" }),
    references: { destinationArn: inWordsOf(flowLogDestination, "ResourceNotFoundException", "The specified destination doesn't exist: {value}") },
  },
  "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": {
    replaceOn: ["resolverQueryLogConfigId", "resourceId"],
    id: "rqlca-{hex:16}",
    uniqueBy: ["resolverQueryLogConfigId", "resourceId"],
    duplicateCode: "ResourceExistsException",
    references: { resolverQueryLogConfigId: queryLogConfig, resourceId: loosely(vpc) },
  },
};
