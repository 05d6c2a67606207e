import { describe, expect, test } from "vitest";
import { networkCosts } from "../../../components/secure-vpc/network-costs.ts";
import { networkShape } from "../../../components/secure-vpc/network-settings.ts";
import { NatStrategy } from "../../../components/secure-vpc/three-tier-vpc.ts";
import { networkArguments } from "./network-arguments.ts";

const idle = { natGb: 0, endpointGb: 0, logGb: 0 };
const busy = { natGb: 100, endpointGb: 200, logGb: 10 };

describe("networkCosts", () => {
  test("counts a NAT gateway with its address in each zone, and each endpoint in each zone", () => {
    expect(networkCosts(networkShape(networkArguments), idle)).toEqual([
      { item: "natGatewayMonth", quantity: 2, monthlyUsd: 65.7 }, { item: "publicAddressMonth", quantity: 2, monthlyUsd: 7.3 },
      { item: "interfaceEndpointMonth", quantity: 30, monthlyUsd: 219 },
    ]);
  });

  test("charges traffic and logs by the gigabyte, and what is kept of them until it expires", () => {
    const costs = networkCosts(networkShape({ ...networkArguments, flowLogBucketArn: "arn:aws:s3:::logs" }), busy);
    expect(Object.fromEntries(costs.map(({ item, monthlyUsd }) => [item, monthlyUsd]))).toMatchObject({
      natGatewayGb: 4.5, interfaceEndpointGb: 2, logDeliveryGb: 5, logStorageGb: 0.54, bucketDeliveryGb: 2.5,
    });
  });

  test("charges nothing for gateways that are not there", () => {
    const items = networkCosts(networkShape({ ...networkArguments, natStrategy: NatStrategy.None }), busy).map(({ item }) => item);
    expect(items).toEqual(["interfaceEndpointMonth", "interfaceEndpointGb", "logDeliveryGb", "logStorageGb"]);
  });

  test.each([[NatStrategy.OnePerAz, 4], [NatStrategy.Single, 1], [NatStrategy.None, 0]])("counts the gateways of %s in four zones: %d", (natStrategy, gateways) => {
    expect(networkShape({ ...networkArguments, natStrategy, zones: ["a", "b", "c", "d"].map((letter) => `us-east-1${letter}`) }).natGateways).toBe(gateways);
  });
});
