import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amiType, type NodePoolArgs, nodeSettings } from "../../../components/private-eks-cluster/node-settings.ts";

describe("nodeSettings", () => {
  test.each<readonly [string, NodePoolArgs, readonly string[]]>([
    ["no instance type", { instanceTypes: [] }, ["nodes.instanceTypes"]],
    ["more than 20 instance types", { instanceTypes: Array.from({ length: 21 }, () => "m7g.large") }, ["nodes.instanceTypes"]],
    ["what is no instance type", { instanceTypes: ["m7g.large", "large"] }, ["nodes.instanceTypes[1]"]],
    ["Graviton and others in one group", { instanceTypes: ["m7g.large", "m7i.large"] }, ["nodes.instanceTypes"]],
    ["a single node", { minSize: 1 }, ["nodes.minSize"]],
    ["half a node", { minSize: 2.5, maxSize: 4 }, ["nodes.minSize"]],
    ["more nodes than EKS takes", { maxSize: 451 }, ["nodes.maxSize"]],
    ["a maximum below the minimum", { minSize: 4, maxSize: 3 }, ["nodes.maxSize"]],
    ["more nodes at first than the maximum", { desiredSize: 7 }, ["nodes.desiredSize"]],
    ["fewer nodes at first than the minimum", { minSize: 3, desiredSize: 2 }, ["nodes.desiredSize"]],
    ["a disk too small for the image", { diskGib: 10 }, ["nodes.diskGib"]],
    ["several of these at once", { instanceTypes: ["large"], minSize: 0, diskGib: 20_000 }, ["nodes.instanceTypes[0]", "nodes.minSize", "nodes.diskGib"]],
  ])("refuses %s", (_, args, refused) => {
    expect(nodeSettings(args).problems.map(({ argument }) => argument)).toEqual(refused);
  });

  test("fills in two to six small nodes", () => {
    expect(nodeSettings({})).toEqual({ settings: { instanceTypes: ["m7g.large"], minSize: 2, maxSize: 6, desiredSize: 2, diskGib: 50 }, problems: [] });
  });

  test("starts with the minimum, whatever it is", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 450 }), (minSize) => {
      expect(nodeSettings({ minSize, maxSize: 450 })).toMatchObject({ settings: { desiredSize: minSize }, problems: [] });
    }));
  });
});

describe("amiType", () => {
  test.each([
    ["m7g.large", "AL2023_ARM_64_STANDARD"], ["c6gn.2xlarge", "AL2023_ARM_64_STANDARD"], ["r8gd.metal-24xl", "AL2023_ARM_64_STANDARD"], ["t4g.medium", "AL2023_ARM_64_STANDARD"],
    ["m7i.large", "AL2023_x86_64_STANDARD"], ["m7a.large", "AL2023_x86_64_STANDARD"], ["g5.xlarge", "AL2023_x86_64_STANDARD"], ["m7i-flex.large", "AL2023_x86_64_STANDARD"],
  ])("of %s is %s", (instanceType, image) => {
    const { settings, problems } = nodeSettings({ instanceTypes: [instanceType] });
    expect(problems).toEqual([]);
    expect(amiType(settings)).toBe(image);
  });
});
