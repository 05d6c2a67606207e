import { describe, expect, test } from "vitest";
import { podDemand, podNetwork } from "../../../components/private-eks-cluster/pod-network.ts";

describe("podNetwork", () => {
  test.each([true, false])("enforces network policies, with subnets of their own for pods: %s", (ownSubnets) => {
    expect(JSON.parse(podNetwork(ownSubnets))).toMatchObject({ enableNetworkPolicy: "true" });
  });

  test("takes blocks of addresses from the pods' own subnets only", () => {
    expect(JSON.parse(podNetwork(true))).toMatchObject({ env: { ENABLE_SUBNET_DISCOVERY: "true", ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" } });
    expect(JSON.parse(podNetwork(false))).toEqual({ enableNetworkPolicy: "true", env: { ENABLE_SUBNET_DISCOVERY: "false", ENABLE_PREFIX_DELEGATION: "false" } });
  });
});

describe("podDemand (X-04)", () => {
  const workers = { instanceTypes: ["m7g.large"], maxSize: 6 };

  test("counts the nodes of every group at its maximum", () => {
    expect(podDemand([workers, { instanceTypes: ["c7g.xlarge"], maxSize: 4 }], true)).toEqual({ maxNodes: 10, podsPerNode: 128 });
  });

  test.each([
    [["m7g.large"], 36], [["t4g.medium", "m7g.xlarge"], 60], [["m7g.2xlarge"], 60], [["m7g.4xlarge"], 150], [["m7g.8xlarge"], 300], [["r8g.metal-24xl"], 300],
  ])("lets a node of %j take %i addresses of its own subnet", (instanceTypes, podsPerNode) => {
    expect(podDemand([{ instanceTypes, maxSize: 2 }], false)).toEqual({ maxNodes: 2, podsPerNode });
  });

  test.each([[["m7g.large"], 128], [["m7g.large", "m7g.16xlarge"], 272]])("lets a node of %j take %i addresses of the pods' subnet, in blocks", (instanceTypes, podsPerNode) => {
    expect(podDemand([{ instanceTypes, maxSize: 2 }], true)).toEqual({ maxNodes: 2, podsPerNode });
  });
});
