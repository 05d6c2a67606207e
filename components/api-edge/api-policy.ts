import { arnOf, type Deployment } from "../lib/deployment.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import { STAGE } from "./api-names.ts";
import { type ApiRoute, pathPattern } from "./api-routes.ts";

/** Longest resource policy that API Gateway takes, in characters. */
export const API_POLICY_LIMIT = 8192;

/**
 * Resource policy of the API (S3-04): only its own routes, over TLS, and from allowed addresses. The
 * authorizer decides beside it who calls. The API's id is left open, as it is not known before the API
 * exists; a policy attached to an API counts for that API only.
 */
export function apiPolicy(deployment: Deployment, routes: readonly ApiRoute[], allowedCidrs: readonly string[]): string {
  const everything = arnOf(deployment, "execute-api", "*/*");
  const refuse = (sid: string, reason: string, conditions: NonNullable<Statement["conditions"]>): Statement =>
    ({ sid, reason, effect: "Deny", principals: "*", actions: ["execute-api:Invoke"], resources: [everything], conditions });
  return policyDocument([
    {
      sid: "InvokeRoutes",
      reason: "callers reach the routes that exist, and the authorizer asks who they are",
      principals: "*",
      actions: ["execute-api:Invoke"],
      resources: routes.map(({ method, path }) => arnOf(deployment, "execute-api", `*/${STAGE}/${method}${pathPattern(path)}`)),
    },
    refuse("TlsOnly", "requests travel encrypted", { Bool: { "aws:SecureTransport": "false" } }),
    ...(allowedCidrs.length === 0 ? [] : [
      refuse("AllowedAddressesOnly", "the API is for these networks only (S5-05)", { NotIpAddress: { "aws:SourceIp": [...allowedCidrs] } }),
    ]),
  ]);
}
