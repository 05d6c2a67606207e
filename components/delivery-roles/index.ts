export { DEPLOYABLE_TYPES } from "./deploy-actions/deployable-types.ts";
export { REGISTERED_TYPES } from "./deploy-actions/registered-types.ts";
export { githubProblems } from "./delivery-problems.ts";
export { DeliveryRoles, type DeliveryRolesArgs } from "./delivery-roles.ts";
