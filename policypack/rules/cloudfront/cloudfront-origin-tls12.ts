import { DISTRIBUTION_TYPES, origins, serverConfigs } from "../../engine/cloudfront-parts.ts";
import { judgeText } from "../../engine/expected-values.ts";
import type { Reader } from "../../engine/reader.ts";
import { defineRule } from "../../engine/rule.ts";

const VPC_ORIGIN = "aws:cloudfront/vpcOrigin:VpcOrigin";

/** A list in distributions, a block with `items` in VPC origins. */
function protocolsOf(server: Reader): readonly string[] {
  const name = "originSslProtocols";
  return server.has(name) ? [...server.strings(name), ...(server.object(name)?.strings("items") ?? [])] : [];
}

export const cloudfrontOriginTls12 = defineRule({
  name: "cloudfront-origin-tls12",
  description: "CloudFront reaches servers of origins by HTTPS with TLS 1.2 or newer.",
  severity: "high",
  controls: ["cloudfront-origin-tls"],
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  remediation: ['Set originProtocolPolicy to "https-only" and originSslProtocols to ["TLSv1.2"].'],
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
  resources: [...DISTRIBUTION_TYPES, VPC_ORIGIN],
  check: ({ type, props }) => {
    const servers = type === VPC_ORIGIN ? props.objects("vpcOriginEndpointConfig") : origins(props).flatMap(serverConfigs);
    return servers.flatMap((server) => {
      const old = protocolsOf(server).filter((protocol) => !/^TLSv1\.[23]$/u.test(protocol));
      return [
        ...judgeText(server, "originProtocolPolicy", { allowed: ["https-only"] }),
        ...(old.length === 0 ? [] : [{ property: server.pathOf("originSslProtocols"), found: old.join(", "), required: '["TLSv1.2"]' }]),
      ];
    });
  },
});
