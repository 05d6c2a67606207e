import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_USES, NetworkUse } from "../../../components/secure-vpc/endpoint-needs.ts";
import { endpointPlan, endpointProblems, type EndpointRequest, interfaceServices, neededServices } from "../../../components/secure-vpc/endpoint-plan.ts";

const request: EndpointRequest = { uses: DEFAULT_USES, endpoints: undefined, additional: [], zones: 2 };

function services(changes: Partial<EndpointRequest> = {}): readonly string[] {
  return interfaceServices(endpointPlan({ ...request, ...changes }));
}

describe("endpointPlan", () => {
  test("holds everything that a cluster without a way out needs (S5-07)", () => {
    expect(services()).toEqual([
      "autoscaling", "ec2", "ec2messages", "ecr.api", "ecr.dkr", "eks", "eks-auth", "elasticloadbalancing", "kms", "logs", "monitoring", "secretsmanager", "ssm",
      "ssmmessages", "sts",
    ]);
  });

  test("has S3 and DynamoDB always, at no cost, and the keys' service even where nothing runs", () => {
    expect(endpointPlan({ ...request, uses: [] })).toMatchObject([
      { service: "dynamodb", type: "Gateway", monthlyUsd: 0 }, { service: "s3", type: "Gateway", monthlyUsd: 0 }, { service: "kms", type: "Interface", monthlyUsd: 14.6 },
    ]);
  });

  test.each([
    [NetworkUse.Tracing, "xray"], [NetworkUse.Prometheus, "aps-workspaces"], [NetworkUse.ThreatDetection, "guardduty-data"], [NetworkUse.Inference, "bedrock-runtime"],
    [NetworkUse.Messages, "sqs"], [NetworkUse.Grafana, "grafana-workspace"],
  ])("adds for %s what it calls: %s", (use, service) => {
    expect(services()).not.toContain(service);
    expect(services({ uses: [...DEFAULT_USES, use] })).toContain(service);
  });

  test("says of each endpoint who needs it: one reason for each use", () => {
    const plan = endpointPlan({ ...request, uses: Object.values(NetworkUse), additional: ["sagemaker.api"] });
    expect(plan.filter(({ reasons }) => reasons.length === 0 || reasons.some((reason) => reason.length < 10))).toEqual([]);
    expect(plan.find(({ service }) => service === "logs")?.reasons).toEqual(["logs of nodes", "recordings of sessions", "logs of workloads"]);
    expect(plan.find(({ service }) => service === "sagemaker.api")?.reasons).toEqual(["asked for by the stack"]);
  });

  test("prices an endpoint by the zones it stands in", () => {
    const months = [2, 3].map((zones) => endpointPlan({ ...request, zones }).reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0));
    expect(months.map((usd) => usd.toFixed(2))).toEqual(["219.00", "328.50"]);
  });

  test("adds what the stack asks for, once", () => {
    expect(services({ additional: ["sagemaker.api", "kms"] }).filter((service) => service === "kms" || service === "sagemaker.api")).toEqual(["kms", "sagemaker.api"]);
  });
});

describe("endpointProblems", () => {
  test.each(["s3", "dynamodb"])("refuses %s, which has a gateway endpoint", (service) => {
    expect(endpointProblems({ ...request, additional: [service] })).toEqual([{
      argument: "additionalEndpoints[0]", value: service, allowed: "an interface endpoint; S3 and DynamoDB have gateway endpoints, which are always there and cost nothing", change: "Leave it out",
    }]);
  });

  test.each(["com.amazonaws.us-east-1/kms", "KMS", "", "kms endpoint"])("refuses %j, which names no service", (service) => {
    expect(endpointProblems({ ...request, additional: ["sqs", service] })).toEqual([{
      argument: "additionalEndpoints[1]", value: service, allowed: "a service as in com.amazonaws.<region>.<service>", change: "Give the part after the region, such as bedrock-runtime",
    }]);
  });

  test("refuses a list without what is called, and names what lacks and who calls it", () => {
    expect(endpointProblems({ ...request, uses: [NetworkUse.Inference, NetworkUse.Telemetry], endpoints: ["kms", "logs"] })).toEqual([{
      argument: "endpoints", value: ["kms", "logs"],
      allowed: "an endpoint for every service that is called, as no security group opens another way to it; there is none for bedrock-runtime (summaries of records are made without leaving AWS's network), monitoring (metrics and alarms)",
      change: "Add them, leave endpoints out to get what is needed, or take out of uses what does not run",
    }]);
  });

  test("counts additional endpoints towards a complete list", () => {
    expect(endpointProblems({ ...request, uses: [NetworkUse.Telemetry], endpoints: ["kms", "logs"], additional: ["monitoring"] })).toEqual([]);
  });

  test("accepts a list exactly when nothing that is called is missing from it", () => {
    const uses = fc.subarray(Object.values(NetworkUse));
    const everything = [...neededServices(Object.values(NetworkUse)).keys()];
    fc.assert(fc.property(uses, fc.subarray(everything), (used, endpoints) => {
      const lacks = [...neededServices(used).keys()].filter((service) => !endpoints.includes(service));
      const [problem, ...more] = endpointProblems({ ...request, uses: used, endpoints });
      expect(more).toEqual([]);
      expect(lacks.filter((service) => problem?.allowed.includes(`${service} (`) !== true)).toEqual([]);
      expect(problem === undefined).toBe(lacks.length === 0);
    }));
  });

  test("refuses more than AWS makes in a VPC", () => {
    const additional = Array.from({ length: 36 }, (_, index) => `service-${String(index)}`);
    expect(endpointProblems({ ...request, additional: additional.slice(1) })).toEqual([]);
    expect(endpointProblems({ ...request, additional })).toMatchObject([{ argument: "additionalEndpoints", allowed: "50 interface endpoints, the most that AWS makes in a VPC; these are 51" }]);
  });
});
