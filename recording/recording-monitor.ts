import { createRequire } from "node:module";
import { promisify } from "node:util";
import { credentials, type handleUnaryCall, Server, ServerCredentials, status } from "@grpc/grpc-js";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import callbackGrpc from "@pulumi/pulumi/proto/callback_grpc_pb.js";
import callbackPb from "@pulumi/pulumi/proto/callback_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import resourceGrpc from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import resourcePb from "@pulumi/pulumi/proto/resource_pb.js";
import * as pulumi from "@pulumi/pulumi";
import { MockMonitor, type Mocks } from "@pulumi/pulumi/runtime/mocks.js";

type Reply<Response> = (error: unknown, response: Response | undefined) => void;

/** What was registered, in the engine's own terms. */
export interface Registration {
  readonly urn: string;
  readonly request: resourcePb.RegisterResourceRequest;
}

/**
 * Stands where the engine's resource monitor stands: keeps every request, expands remote components
 * as the sandbox does, and applies transforms to a component's children as the engine does.
 */
export class RecordingMonitor extends MockMonitor {
  readonly registrations: Registration[] = [];
  readonly componentOutputs = new Map<string, unknown>();
  readonly #preview: boolean;
  readonly #transforms = new Map<string, readonly Callback[]>();
  readonly #parents = new Map<string, string>();
  #endpoint: Promise<Endpoint> | undefined;

  constructor(mocks: Mocks, preview: boolean) {
    super(mocks);
    this.#preview = preview;
  }

  /** Makes this the monitor of the Pulumi SDK in this process. */
  async install(): Promise<void> {
    await pulumi.runtime.setMocks(this.mocks, "project", "stack", this.#preview);
    const sdkState: { getStore(): Record<string, unknown> } = createRequire(import.meta.url)("@pulumi/pulumi/runtime/state");
    const features = Object.fromEntries(Object.entries(sdkState.getStore()).filter(([name]) => name.startsWith("supports")));
    pulumi.runtime.setMockOptions(this, "project", "stack", this.#preview);
    // Putting another monitor in place forgets what it can do; transforms the SDK's own mocks cannot.
    Object.assign(sdkState.getStore(), features, { supportsTransforms: true });
  }

  /** Grows as long as the program registers something. */
  get progress(): number {
    return this.registrations.length + this.componentOutputs.size;
  }

  async close(): Promise<void> {
    const endpoint = await this.#endpoint;
    endpoint?.server.forceShutdown();
  }

  override async registerResource(request: resourcePb.RegisterResourceRequest, reply: Reply<unknown>): Promise<void> {
    const urn = urnOf(request);
    this.#parents.set(urn, request.getParent());
    const transforms = request.getTransformsList();
    if (transforms.length > 0) {
      this.#transforms.set(urn, transforms);
    }
    try {
      if (request.getRemote()) {
        reply(null, await this.#construct(request));
        return;
      }
      await this.#applyTransforms(urn, request);
    } catch (error) {
      reply(error, undefined);
      return;
    }
    await super.registerResource(request, (error: unknown, response: unknown) => {
      if (response !== undefined) {
        this.registrations.push({ urn, request });
      }
      reply(error, response);
    });
  }

  override registerResourceOutputs(request: resourcePb.RegisterResourceOutputsRequest, reply: Reply<unknown>): void {
    const outputs = request.getOutputs()?.toJavaScript() ?? {};
    this.componentOutputs.set(request.getUrn(), outputs);
    const resource = this.resources.get(request.getUrn());
    if (resource !== undefined) {
      resource.state = outputs;
    }
    reply(null, new emptyPb.Empty());
  }

  /** Answers for a remote component as the sandbox's provider does, which calls back to register the children. */
  async #construct(request: resourcePb.RegisterResourceRequest): Promise<resourcePb.RegisterResourceResponse> {
    const { construct } = await import("../sandbox/remote/construction.ts");
    this.#endpoint ??= endpointOf(this);
    const { address } = await this.#endpoint;
    const message = new providerPb.ConstructRequest()
      .setProject("project").setStack("stack").setDryrun(this.#preview).setMonitorendpoint(address)
      .setType(request.getType()).setName(request.getName()).setParent(request.getParent())
      .setInputs(request.getObject()).setDependenciesList(request.getDependenciesList()).setAcceptsOutputValues(true);
    for (const [name, dependencies] of request.getPropertydependenciesMap().entries()) {
      message.getInputdependenciesMap().set(name, new providerPb.ConstructRequest.PropertyDependencies().setUrnsList(dependencies.getUrnsList()));
    }
    const answer = await construct(message);
    const response = new resourcePb.RegisterResourceResponse().setUrn(answer.getUrn());
    response.setObject(answer.getState());
    for (const [name, dependencies] of answer.getStatedependenciesMap().entries()) {
      response.getPropertydependenciesMap().set(name, new resourcePb.RegisterResourceResponse.PropertyDependencies().setUrnsList(dependencies.getUrnsList()));
    }
    return response;
  }

  /** Own transforms first, then those of each component around the resource. Of options, only what they ignore is modelled. */
  async #applyTransforms(urn: string, request: resourcePb.RegisterResourceRequest): Promise<void> {
    for (let at: string | undefined = urn; at !== undefined && at !== ""; at = this.#parents.get(at)) {
      for (const callback of this.#transforms.get(at) ?? []) {
        await transform(callback, request);
      }
    }
  }
}

interface Endpoint {
  readonly server: Server;
  readonly address: string;
}

/** The monitor on a local port, for children that a component registers from its own side. */
async function endpointOf(monitor: RecordingMonitor): Promise<Endpoint> {
  const server = new Server();
  server.addService(resourceGrpc.ResourceMonitorService, {
    registerResource: answered<resourcePb.RegisterResourceRequest>((request, reply) => { void monitor.registerResource(request, reply); }),
    registerResourceOutputs: answered<resourcePb.RegisterResourceOutputsRequest>((request, reply) => {
      monitor.registerResourceOutputs(request, (error) => { reply(error, new emptyPb.Empty()); });
    }),
    invoke: answered<resourcePb.ResourceInvokeRequest>((request, reply) => { void monitor.invoke(request, reply); }),
  });
  const port = await promisify(server.bindAsync.bind(server))("127.0.0.1:0", ServerCredentials.createInsecure());
  return { server, address: `127.0.0.1:${String(port)}` };
}

function answered<Request>(answer: (request: Request, reply: Reply<unknown>) => void): handleUnaryCall<Request, unknown> {
  return (call, reply) => {
    answer(call.request, (error, response) => {
      reply(error === null || error === undefined ? null : { code: status.UNKNOWN, details: error instanceof Error ? error.message : "the mock failed" }, response);
    });
  };
}

async function transform(callback: Callback, request: resourcePb.RegisterResourceRequest): Promise<void> {
  const asked = new resourcePb.TransformRequest()
    .setType(request.getType()).setName(request.getName()).setCustom(request.getCustom()).setParent(request.getParent()).setProperties(request.getObject())
    .setOptions(new resourcePb.TransformResourceOptions().setIgnoreChangesList(request.getIgnorechangesList()));
  const client = new callbackGrpc.CallbacksClient(callback.getTarget(), credentials.createInsecure());
  const message = new callbackPb.CallbackInvokeRequest().setToken(callback.getToken()).setRequest(asked.serializeBinary());
  const answer = await new Promise<callbackPb.CallbackInvokeResponse>((resolve, reject) => {
    client.invoke(message, (error, response) => {
      if (error === null) {
        resolve(response);
      } else {
        reject(error);
      }
    });
  }).finally(() => { client.close(); });
  const response = resourcePb.TransformResponse.deserializeBinary(answer.getResponse_asU8());
  request.setObject(response.getProperties()).setIgnorechangesList(response.getOptions()?.getIgnoreChangesList() ?? request.getIgnorechangesList());
}

/** The URN that the SDK's mock monitor gives: of the type chain it keeps the last parent only. */
function urnOf(request: resourcePb.RegisterResourceRequest): string {
  const parentType = request.getParent().split("::")[2]?.split("$").pop();
  const type = parentType === undefined ? request.getType() : `${parentType}$${request.getType()}`;
  return `urn:pulumi:stack::project::${type}::${request.getName()}`;
}
