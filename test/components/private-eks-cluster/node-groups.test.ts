import { describe, expect, test } from "vitest";
import { CapacityType, type NodeGroupArgs, nodeGroupName, type NodeGroupRequest, planNodeGroups } from "../../../components/private-eks-cluster/node-groups.ts";
import { type NodeTaint, TaintEffect } from "../../../components/private-eks-cluster/node-placement.ts";

const own: NodeTaint = { key: "workload", value: "reports", effect: TaintEffect.NoSchedule };
const reports: NodeGroupArgs = { name: "reports", capacityType: CapacityType.Spot, stateless: true, taints: [own] };

function planned(nodeGroups: readonly NodeGroupArgs[] = [], changes: Partial<NodeGroupRequest> = {}) {
  return planNodeGroups({ nodes: {}, nodeGroups, nodeSubnetIds: ["subnet-1", "subnet-2"], standby: false, ...changes });
}

/** Name of the group of `nodes`, or of the first further one. */
function named(nodeGroups: readonly NodeGroupArgs[], changes: Partial<NodeGroupRequest> = {}): string {
  return planned(nodeGroups, changes).groups.slice(nodeGroups.length).map((group) => nodeGroupName("hipaa-test", group)).join();
}

describe("planNodeGroups refuses", () => {
  test.each<readonly [string, Partial<NodeGroupArgs>, readonly string[]]>([
    ["spot capacity for what is not said to be stateless", { stateless: false }, ["nodeGroups[0].stateless"]],
    ["spot capacity to which every pod may come", { taints: [] }, ["nodeGroups[0].taints"]],
    ["spot capacity to which pods come when there is no other place", { taints: [{ ...own, effect: TaintEffect.PreferNoSchedule }] }, ["nodeGroups[0].taints"]],
    ["the name of the group of nodes", { name: "workers" }, ["nodeGroups[0].name"]],
    ["a name that EKS does not take", { name: "Reports!" }, ["nodeGroups[0].name"]],
    ["a name that leaves no room for the rest", { name: "r".repeat(26) }, ["nodeGroups[0].name"]],
    ["no subnet", { subnetIds: [] }, ["nodeGroups[0].subnetIds"]],
    ["no room for a node", { maxSize: 0 }, ["nodeGroups[0].maxSize"]],
    ["fewer nodes than none", { minSize: -1 }, ["nodeGroups[0].minSize"]],
    ["processors of two kinds", { instanceTypes: ["m7g.large", "m7i.large"] }, ["nodeGroups[0].instanceTypes"]],
    ["a label that EKS sets itself", { labels: { "node.kubernetes.io/role": "reports" } }, ["nodeGroups[0].labels.node.kubernetes.io/role"]],
    ["several of these at once", { name: "", stateless: false, diskGib: 1 }, ["nodeGroups[0].name", "nodeGroups[0].stateless", "nodeGroups[0].diskGib"]],
  ])("%s", (_, changes, refused) => {
    expect(planned([{ ...reports, ...changes }]).problems.map(({ argument }) => argument)).toEqual(refused);
  });

  test("spot capacity for pods with data, in words that say what to do", () => {
    expect(planned([{ name: "db", capacityType: CapacityType.Spot }]).problems).toEqual([
      { argument: "nodeGroups[0].stateless", value: false, allowed: "true for spot capacity, which AWS takes back with two minutes' notice", change: "Run what keeps data on demand" },
      {
        argument: "nodeGroups[0].taints", value: [], allowed: "a taint NO_SCHEDULE or NO_EXECUTE for spot capacity, so that only pods that tolerate the loss get there",
        change: "Add one, and tolerate it in the stateless workloads",
      },
    ]);
  });

  test("two groups of one name", () => {
    expect(planned([reports, reports]).problems).toMatchObject([{ argument: "nodeGroups[1].name", value: "reports" }]);
  });

  test("a capacity outside the closed set, from callers without a compiler", () => {
    const foreign: NodeGroupArgs[] = JSON.parse('[{ "name": "reports", "capacityType": "RESERVED" }]');
    expect(planned(foreign).problems).toMatchObject([{ argument: "nodeGroups[0].capacityType", allowed: "one of ON_DEMAND, SPOT" }]);
  });

  test("the group of nodes on its own terms beside the others", () => {
    expect(planned([{ ...reports, minSize: 1 }], { nodes: { minSize: 1 } }).problems.map(({ argument }) => argument)).toEqual(["nodes.minSize"]);
  });
});

describe("planNodeGroups", () => {
  test("makes one group on demand, open to every pod, when nothing else is asked for", () => {
    const { groups, problems } = planned();
    expect(problems).toEqual([]);
    expect(groups).toEqual([{
      name: "workers", capacityType: "ON_DEMAND", labels: {}, taints: [], subnetIds: ["subnet-1", "subnet-2"],
      settings: { instanceTypes: ["m7g.large"], minSize: 2, maxSize: 6, desiredSize: 2, diskGib: 50 },
    }]);
  });

  test("takes further groups with what they say, from no node on", () => {
    const { groups, problems } = planned([{ ...reports, labels: { workload: "reports" }, subnetIds: ["subnet-2"] }]);
    expect(problems).toEqual([]);
    expect(groups[1]).toMatchObject({ name: "reports", capacityType: "SPOT", taints: [own], labels: { workload: "reports" }, subnetIds: ["subnet-2"], settings: { minSize: 0, desiredSize: 0, maxSize: 6 } });
  });

  test("leaves every group without a node on standby, with room for the sizes that come", () => {
    const { groups } = planned([{ ...reports, minSize: 2, maxSize: 4 }], { standby: true, nodes: { minSize: 3, maxSize: 9 } });
    expect(groups.map(({ settings: { minSize, desiredSize, maxSize } }) => [minSize, desiredSize, maxSize])).toEqual([[0, 0, 9], [0, 0, 4]]);
  });

  test("checks the sizes that hold once standby is over", () => {
    expect(planned([], { standby: true, nodes: { minSize: 1 } }).problems).toMatchObject([{ argument: "nodes.minSize", value: 1 }]);
  });
});

describe("nodeGroupName", () => {
  test.each<readonly [string, Partial<NodeGroupArgs>]>([
    ["other instance types", { instanceTypes: ["m7g.xlarge"] }],
    ["another capacity", { capacityType: CapacityType.OnDemand }],
    ["another number of subnets", { subnetIds: ["subnet-1"] }],
    ["another minimum, which may be above the nodes that run", { minSize: 1 }],
  ])("changes with %s, so that the new group stands before the old one goes", (_, changes) => {
    expect(named([{ ...reports, ...changes }])).not.toBe(named([reports]));
  });

  test("changes when standby is over, as a group without a node takes no minimum", () => {
    expect(named([], { standby: true })).not.toBe(named([]));
  });

  test("stays when EKS changes the group in place", () => {
    expect(named([{ ...reports, maxSize: 9, diskGib: 100, labels: { a: "b" }, taints: [{ ...own, value: "other" }] }])).toBe(named([reports]));
  });

  test("is a name that EKS takes, whatever prefix and group", () => {
    const [, group] = planned([{ ...reports, name: "g".repeat(25) }]).groups;
    expect(group === undefined ? "" : nodeGroupName("a".repeat(20), group)).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9-_]{0,62}$/u);
  });
});
