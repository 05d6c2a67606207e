import { Server, ServerCredentials, status, type sendUnaryData, type ServerUnaryCall } from "@grpc/grpc-js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import resourceGrpc from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import resourcePb from "@pulumi/pulumi/proto/resource_pb.js";
import { asText } from "../../../sandbox/remote/output.ts";
import { fromStruct, isProperties, type Properties, toStruct, UNKNOWN } from "../../../sandbox/wire.ts";

export type Phase = "preview" | "up";

interface HeldResource {
  readonly id: string;
  readonly outputs: Properties;
}

/** Outputs that AWS makes up, each as a token that names where it came from, as the recordings write them. */
const MADE_UP = ["allocationId", "arn", "endpoint", "latestVersion", "name", "securityGroupRuleId"];
const ADDON_VERSIONS: Properties = { coredns: "v1.12.4-eksbuild.1", "kube-proxy": "v1.34.1-eksbuild.2", "vpc-cni": "v1.21.1-eksbuild.1" };

/** The engine's resource monitor in this process: records registrations and answers as a first preview or a first up would. */
export class FakeEngine {
  readonly phase: Phase;
  readonly registrations: resourcePb.RegisterResourceRequest[] = [];
  /** Token and arguments of each data source read. */
  readonly invokes: string[] = [];
  readonly registeredOutputs = new Map<string, Properties>();
  /** `type::name` of what fails to register. */
  readonly failing = new Set<string>();
  readonly #held = new Map<string, HeldResource>();
  readonly #server = new Server();

  constructor(phase: Phase) {
    this.phase = phase;
  }

  /** @returns its address */
  async start(): Promise<string> {
    this.#server.addService(resourceGrpc.ResourceMonitorService, {
      registerResource: answer((request: resourcePb.RegisterResourceRequest) => this.#register(request)),
      registerResourceOutputs: answer((request: resourcePb.RegisterResourceOutputsRequest) => {
        this.registeredOutputs.set(request.getUrn(), fromStruct(request.getOutputs()));
        return new emptyPb.Empty();
      }),
      invoke: answer((request: resourcePb.ResourceInvokeRequest) => new resourcePb.ResourceInvokeResponse().setReturn(toStruct(this.#invoke(request.getTok(), fromStruct(request.getArgs()))))),
    });
    return await new Promise((resolve, reject) => {
      this.#server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
        if (error === null) {
          resolve(`127.0.0.1:${String(port)}`);
        } else {
          reject(error);
        }
      });
    });
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  /** Holds a resource as if registered. @returns its URN */
  hold(type: string, name: string, inputs: Properties, parent = "", custom = true): string {
    const chain = parent === "" ? "" : `${parent.split("::")[2] ?? ""}$`;
    const urn = `urn:pulumi:test::project::${chain}${type}::${name}`;
    const token = (output: string): string => `\${${type}::${name}.${output}}`;
    const up = this.phase === "up";
    const madeUp = up ? Object.fromEntries(MADE_UP.map((output) => [output, token(output)])) : { arn: UNKNOWN };
    const outputs = { ...madeUp, ...inputs, ...(up && type === "aws:eks/cluster:Cluster" ? clusterOutputs(name, inputs, token) : {}) };
    this.#held.set(urn, { id: custom && up ? token("id") : "", outputs: custom ? outputs : {} });
    return urn;
  }

  #register(request: resourcePb.RegisterResourceRequest): resourcePb.RegisterResourceResponse {
    this.registrations.push(request);
    if (this.failing.has(`${request.getType()}::${request.getName()}`)) {
      return new resourcePb.RegisterResourceResponse().setResult(resourcePb.Result.FAIL);
    }
    const urn = this.hold(request.getType(), request.getName(), fromStruct(request.getObject()), request.getParent(), request.getCustom());
    const held = this.#held.get(urn);
    return new resourcePb.RegisterResourceResponse().setUrn(urn).setId(held?.id ?? "").setObject(toStruct(held?.outputs ?? {}));
  }

  #invoke(token: string, args: Properties): Properties {
    if (token === "pulumi:pulumi:getResource") {
      const urn = asText(args["urn"]);
      const held = this.#held.get(urn);
      if (held === undefined) {
        throw new Error(`resource '${urn}' not found`);
      }
      return { urn, id: held.id === "" ? UNKNOWN : held.id, state: this.registeredOutputs.get(urn) ?? held.outputs };
    }
    this.invokes.push(`${token} ${JSON.stringify(args)}`);
    switch (token) {
      case "aws:index/getPartition:getPartition":
        return { partition: "aws" };
      case "aws:index/getRegion:getRegion":
        return { region: "us-east-1" };
      case "aws:index/getAvailabilityZones:getAvailabilityZones":
        return { names: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"] };
      case "aws:eks/getAddonVersion:getAddonVersion":
        return { version: ADDON_VERSIONS[asText(args["addonName"])] ?? null };
      default:
        throw new Error(`no answer for ${token}`);
    }
  }
}

/** What EKS answers beyond single values. */
function clusterOutputs(name: string, inputs: Properties, token: (output: string) => string): Properties {
  return {
    arn: `arn:aws:eks:us-east-1:123456789012:cluster/${name}`,
    certificateAuthority: { data: token("certificateAuthority.data") },
    identities: [{ oidcs: [{ issuer: name === "kube-eksCluster" ? "https://oidc.eks.us-east-1.amazonaws.com/id/KUBE" : token("identities[0].oidcs[0].issuer") }] }],
    vpcConfig: { ...(isProperties(inputs["vpcConfig"]) ? inputs["vpcConfig"] : {}), clusterSecurityGroupId: `sg-of-${name}` },
  };
}

/** `type::name` of a URN. */
export function identity(urn: string): string {
  const [, , chain = "", name = ""] = urn.split("::");
  return `${chain.slice(chain.lastIndexOf("$") + 1)}::${name}`;
}

/** Input paths that hold an unknown, such as `vpcConfig.securityGroupIds[0]`. */
export function unknownPaths(value: unknown, path = ""): readonly string[] {
  if (value === UNKNOWN) {
    return [path];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => unknownPaths(item, `${path}[${String(index)}]`));
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, entry]) => unknownPaths(entry, path === "" ? name : `${path}.${name}`))
    : [];
}

function answer<Request, Response>(handle: (request: Request) => Response) {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
    try {
      callback(null, handle(call.request));
    } catch (error) {
      callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
    }
  };
}
