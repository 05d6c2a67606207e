import { CapacityType, type NodeGroupArgs, type NodePoolArgs } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";

/** The nodes that the configuration asks for. */
export function nodeGroupRequest({ cluster: { nodes, nodeGroups } }: PlatformConfig): { readonly nodes: NodePoolArgs; readonly nodeGroups: NodeGroupArgs[] } {
  return {
    nodes: { instanceTypes: nodes.instanceTypes, minSize: nodes.minimum, desiredSize: nodes.desired, maxSize: nodes.maximum, diskGib: nodes.diskGiB },
    nodeGroups: nodeGroups.map(({ name, instanceTypes, minimum, maximum, desired, diskGiB, labels, spot, taints }) => ({
      name, instanceTypes, labels, taints, minSize: minimum, maxSize: maximum, stateless: spot, capacityType: spot ? CapacityType.Spot : CapacityType.OnDemand,
      ...(desired === undefined ? {} : { desiredSize: desired }), ...(diskGiB === undefined ? {} : { diskGib: diskGiB }),
    })),
  };
}
