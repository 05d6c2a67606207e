export { ContentDelivery, type ContentDeliveryArgs } from "./content-delivery.ts";
export { connectOriginProblems, contentDomainProblems } from "./content-problems.ts";
