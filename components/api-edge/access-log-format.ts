/**
 * What the access log keeps of a request: who asked for which operation with which result. Never the
 * path or query as sent, which hold ids of patients, nor addresses; WAF's log has the same request id.
 */
const FIELDS = {
  requestId: "$context.requestId",
  extendedRequestId: "$context.extendedRequestId",
  traceId: "$context.xrayTraceId",
  time: "$context.requestTime",
  method: "$context.httpMethod",
  operation: "$context.resourcePath",
  stage: "$context.stage",
  status: "$context.status",
  responseBytes: "$context.responseLength",
  latencyMs: "$context.responseLatency",
  integrationStatus: "$context.integration.status",
  integrationLatencyMs: "$context.integration.latency",
  subject: "$context.authorizer.claims.sub",
  client: "$context.authorizer.claims.client_id",
  wafStatus: "$context.waf.status",
  errorType: "$context.error.responseType",
  tlsVersion: "$context.tlsVersion",
} as const;

/** One line of JSON for each request (S1-34). */
export const ACCESS_LOG_FORMAT = JSON.stringify(FIELDS);
