export { ApiEdge, type ApiEdgeArgs } from "./api-edge.ts";
export type { ApiModel } from "./api-models.ts";
export { apiDomainProblems, apiProblems, type ApiRequest, throttleProblems } from "./api-problems.ts";
export { type ApiRoute, HttpMethod, RECORDS_ROUTES } from "./api-routes.ts";
export { type ApiBackend, type ApiDomain, type ApiThrottle, THROTTLE } from "./api-settings.ts";
export { type Hop, REQUEST_PATH } from "./request-path.ts";
