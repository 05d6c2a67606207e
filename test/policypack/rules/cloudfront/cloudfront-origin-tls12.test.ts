import { cloudfrontOriginTls12 } from "../../../../policypack/rules/cloudfront/cloudfront-origin-tls12.ts";
import { testRule } from "../../rule-tester.ts";

const server = (change: object) => ({ originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"], httpPort: 80, httpsPort: 443, ...change });
const distribution = (change: object) => ({ origins: [{ originId: "bucket", domainName: "x.s3.amazonaws.com" }, { originId: "app", customOriginConfig: server(change) }] });
const vpc = { type: "aws:cloudfront/vpcOrigin:VpcOrigin" };
const path = "origins[1].customOriginConfig";

testRule(cloudfrontOriginTls12, {
  compliant: [
    { props: distribution({}) },
    { props: distribution({ originSslProtocols: undefined }) },
    { ...vpc, props: { vpcOriginEndpointConfig: server({ originSslProtocols: { items: ["TLSv1.2"], quantity: 1 } }) } },
  ],
  violating: [
    { why: "HTTP", props: distribution({ originProtocolPolicy: "http-only" }), property: `${path}.originProtocolPolicy`, found: "http-only" },
    { why: "what the viewer uses", props: distribution({ originProtocolPolicy: "match-viewer" }), property: `${path}.originProtocolPolicy`, found: "match-viewer" },
    { why: "old protocols", props: distribution({ originSslProtocols: ["SSLv3", "TLSv1.1", "TLSv1.2"] }), property: `${path}.originSslProtocols`, found: "SSLv3, TLSv1.1" },
    { why: "names that only hold a protocol's", props: distribution({ originSslProtocols: ["xTLSv1.2", "TLSv1.2x"] }), property: `${path}.originSslProtocols`, found: "xTLSv1.2, TLSv1.2x" },
    {
      why: "old protocols inside a VPC",
      fixture: vpc,
      props: { origins: undefined, vpcOriginEndpointConfig: server({ originSslProtocols: { items: ["TLSv1"], quantity: 1 } }) },
      property: "vpcOriginEndpointConfig.originSslProtocols",
      found: "TLSv1",
    },
  ],
  unknown: ["origins", `${path}.originProtocolPolicy`, `${path}.originSslProtocols`],
});
