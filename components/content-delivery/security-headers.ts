import { ResponseHeadersPolicy } from "@pulumi/aws/cloudfront/responseHeadersPolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { contentNames } from "./content-names.ts";

/** Seconds for which browsers keep to HTTPS: two years. */
const HSTS_SECONDS = 63_072_000;

/** What pages may load and whom they may talk to: themselves, and the named origins. */
export function contentSecurityPolicy(connectOrigins: readonly string[]): string {
  return [
    "default-src 'self'",
    `connect-src ${["'self'", ...connectOrigins].join(" ")}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers on every answer (S5-24); the origin cannot take them off. */
export function createHeadersPolicy(parent: pulumi.Resource, name: string, deployment: Deployment, connectOrigins: readonly string[]): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(`${name}-headers`, {
    name: contentNames(deployment).headersPolicy,
    comment: "HTTPS only, no framing, no sniffing, nothing from elsewhere",
    securityHeadersConfig: {
      strictTransportSecurity: { accessControlMaxAgeSec: HSTS_SECONDS, includeSubdomains: true, preload: false, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: "DENY", override: true },
      referrerPolicy: { referrerPolicy: "no-referrer", override: true },
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(connectOrigins), override: true },
    },
    customHeadersConfig: {
      items: [
        { header: "Cross-Origin-Opener-Policy", value: "same-origin", override: true },
        { header: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()", override: true },
      ],
    },
  }, { parent });
}
