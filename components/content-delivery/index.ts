export { ContentDelivery, type ContentDeliveryArgs } from "./content-delivery.ts";
export { contentDomainProblems } from "./content-problems.ts";
