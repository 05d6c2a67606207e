import type providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import { constructVpc } from "./awsx/vpc.ts";
import { constructCluster } from "./eks/cluster.ts";
import { constructManagedNodeGroup } from "./eks/managed-node-group.ts";
import { Monitor } from "./monitor.ts";
import { decode, type Inputs } from "./output.ts";
import { Registrar } from "./registrar.ts";
import { fromStruct } from "../wire.ts";

/** What a stand-in is given to expand one component. */
export interface ConstructionRequest {
  readonly name: string;
  readonly inputs: Inputs;
  readonly registrar: Registrar;
}

/** Registers a component with its children. An error refuses it with the error's message. */
export type Construction = (request: ConstructionRequest) => Promise<providerPb.ConstructResponse>;

const CONSTRUCTIONS: Readonly<Record<string, Construction>> = {
  "awsx:ec2:Vpc": constructVpc,
  "eks:index:Cluster": constructCluster,
  "eks:index:ManagedNodeGroup": constructManagedNodeGroup,
};

/** Answers the engine's request for a remote component. */
export async function construct(request: providerPb.ConstructRequest): Promise<providerPb.ConstructResponse> {
  const construction = CONSTRUCTIONS[request.getType()];
  if (construction === undefined) {
    throw new Error(`the sandbox does not model the component ${request.getType()}; modelled are ${Object.keys(CONSTRUCTIONS).join(", ")}. Preview this program against a real account`);
  }
  const monitor = new Monitor(request.getMonitorendpoint());
  try {
    const dependencies = request.getInputdependenciesMap();
    const inputs = Object.fromEntries(Object.entries(fromStruct(request.getInputs())).map(([name, value]) =>
      [name, decode(value, dependencies.get(name)?.getUrnsList() ?? [])]));
    return await construction({ name: request.getName(), inputs, registrar: new Registrar(request, monitor) });
  } finally {
    monitor.close();
  }
}
