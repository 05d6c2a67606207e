import { beforeAll, describe, expect, test } from "vitest";
import { ApiEdge, type ApiEdgeArgs } from "../../../components/api-edge/index.ts";
import { all, one, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { statement } from "../../support/policy-statements.ts";
import { backend, edgeArguments } from "./edge-arguments.ts";

const INTEGRATION = "aws:apigateway/integration:Integration";
const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/records";

async function recorded(changes: Partial<ApiEdgeArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new ApiEdge("edge", { ...edgeArguments, ...changes }), { mode: "up" });
}

describe("The way from the API to the cluster", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("is a VPC link to an internal load balancer that cannot be deleted by mistake (S1-03)", () => {
    expect(one(resources, "aws:lb/loadBalancer:LoadBalancer").inputs).toMatchObject({
      name: "hipaa-test-api", loadBalancerType: "network", internal: true, enableDeletionProtection: true, subnets: backend.subnetIds, securityGroups: ["edge-balancer-group-id"], accessLogs: { enabled: true },
    });
    expect(one(resources, "aws:apigatewayv2/vpcLink:VpcLink").inputs).toMatchObject({ subnetIds: backend.subnetIds, securityGroupIds: ["edge-link-group-id"] });
    expect(one(resources, INTEGRATION, "edge-get-patients-patientId-target").inputs).toMatchObject({
      type: "HTTP_PROXY", integrationHttpMethod: "GET", connectionType: "VPC_LINK", connectionId: "edge-vpc-link-id", integrationTarget: one(resources, "aws:lb/listener:Listener").inputs["loadBalancerArn"],
      uri: "https://records.hipaa-test.internal:443/v1/patients/{patientId}", requestParameters: { "integration.request.path.patientId": "method.request.path.patientId" },
    });
  });

  test("is open from each hop to the next and to nobody else", () => {
    const rules = [...all(resources, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), ...all(resources, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")]
      .map(({ type, inputs }) => [type.includes("Egress") ? "out of" : "into", inputs["securityGroupId"], inputs["referencedSecurityGroupId"], inputs["fromPort"], inputs["toPort"]]);
    expect(rules).toEqual(expect.arrayContaining([
      ["out of", "edge-link-group-id", "edge-balancer-group-id", 443, 443],
      ["into", "edge-balancer-group-id", "edge-link-group-id", 443, 443],
      ["out of", "edge-balancer-group-id", "sg-app", 8443, 8443],
      ["into", "sg-app", "edge-balancer-group-id", 8443, 8443],
    ]));
    expect(rules).toHaveLength(4);
    expect(JSON.stringify(resources)).not.toContain("0.0.0.0/0");
  });

  test("passes TLS through to the workloads where there is no certificate, whose issuer only the cluster knows", () => {
    expect(one(resources, "aws:lb/listener:Listener").inputs).toMatchObject({ port: 443, protocol: "TCP" });
    expect(one(resources, "aws:lb/targetGroup:TargetGroup").inputs).toMatchObject({
      name: "hipaa-test-tcp-8443", targetType: "ip", protocol: "TCP", port: 8443, preserveClientIp: "false", healthCheck: { protocol: "HTTPS", path: "/healthz", port: "8443", matcher: "200" },
    });
    expect(all(resources, INTEGRATION).map(({ inputs }) => inputs["tlsConfig"])).toEqual(Array.from({ length: 4 }, () => ({ insecureSkipVerification: true })));
  });

  test("ends TLS with a public certificate where there is one, begins it anew, and is checked in full", async () => {
    const ended = await recorded({ backend: { ...backend, hostName: "records.example.org", certificateArn, port: 9443, healthCheckPath: "/ready" } });
    expect(one(ended, "aws:lb/listener:Listener").inputs).toMatchObject({ protocol: "TLS", certificateArn, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" });
    expect(one(ended, "aws:lb/targetGroup:TargetGroup").inputs).toMatchObject({ name: "hipaa-test-tls-9443", protocol: "TLS", port: 9443, healthCheck: { path: "/ready", port: "9443" } });
    expect(all(ended, INTEGRATION).map(({ inputs }) => inputs["tlsConfig"])).toEqual(Array.from({ length: 4 }, () => undefined));
    expect(one(ended, INTEGRATION, "edge-post-patients-target").inputs).toMatchObject({ uri: "https://records.example.org:443/v1/patients" });
  });

  test("shows the workloads a certificate of the API's own", () => {
    expect(one(resources, "aws:apigateway/stage:Stage").inputs).toMatchObject({ clientCertificateId: "edge-client-certificate-id" });
  });

  test("logs connections to a bucket that AWS's delivery alone writes to, before the load balancer needs it", async () => {
    const { policy } = one(resources, "aws:s3/bucketPolicy:BucketPolicy", "edge-balancer-logs-policy").inputs;
    expect(statement(policy, "LogDeliveryWrites")).toMatchObject({
      Principal: { Service: ["delivery.logs.amazonaws.com"] }, Resource: ["arn:aws:s3:::hipaa-test-balancer-logs-111122223333-us-east-1/AWSLogs/111122223333/*"],
    });
    expect(statement(policy, "WrittenByServicesOnly").Effect).toBe("Deny");
    expect(one(resources, "aws:lb/loadBalancer:LoadBalancer").dependencies.some((urn) => urn.endsWith("::edge-balancer-logs-policy"))).toBe(true);
    expect(one(resources, "aws:s3/bucketLogging:BucketLogging").inputs).toMatchObject({ targetBucket: "hipaa-test-balancer-access-111122223333-us-east-1" });
    expect(one(await recorded({ accessLogBucketName: "hipaa-test-access" }), "aws:s3/bucketLogging:BucketLogging").inputs).toMatchObject({ targetBucket: "hipaa-test-access" });
  });

  test("is there before an integration leads to it", () => {
    const integration = one(resources, INTEGRATION, "edge-post-patients-target");
    expect(integration.dependencies.some((urn) => urn.endsWith("::edge-listener"))).toBe(true);
  });
});
