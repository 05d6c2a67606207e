import { credentials, type ServiceError, status } from "@grpc/grpc-js";
import resourceGrpc from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import resourcePb from "@pulumi/pulumi/proto/resource_pb.js";
import { fromStruct, type Properties, toStruct } from "../wire.ts";

type Reply<Response> = (error: ServiceError | null, response: Response) => void;

/** The engine's side of a deployment, as a component sees it. */
export class Monitor {
  readonly #client: resourceGrpc.ResourceMonitorClient;

  constructor(address: string) {
    this.#client = new resourceGrpc.ResourceMonitorClient(address, credentials.createInsecure(), {
      "grpc.max_receive_message_length": -1,
      "grpc.max_send_message_length": -1,
    });
  }

  async register(request: resourcePb.RegisterResourceRequest): Promise<resourcePb.RegisterResourceResponse> {
    return await called((reply) => { this.#client.registerResource(request, reply); });
  }

  async registerOutputs(urn: string, outputs: Properties): Promise<void> {
    const request = new resourcePb.RegisterResourceOutputsRequest().setUrn(urn).setOutputs(toStruct(outputs));
    await called((reply) => { this.#client.registerResourceOutputs(request, reply); });
  }

  /** @returns undefined while the engine cannot know the answer */
  async invoke(token: string, args: Properties, provider: string, version: string): Promise<Properties | undefined> {
    const request = new resourcePb.ResourceInvokeRequest().setTok(token).setArgs(toStruct(args)).setProvider(provider).setVersion(version).setAcceptresources(true);
    const response = await called<resourcePb.ResourceInvokeResponse>((reply) => { this.#client.invoke(request, reply); });
    const failures = response.getFailuresList();
    if (failures.length > 0) {
      throw new Error(`${token}: ${failures.map((failure) => `${failure.getProperty()} ${failure.getReason()}`.trim()).join("; ")}`);
    }
    return response.getUnknown() ? undefined : fromStruct(response.getReturn());
  }

  close(): void {
    this.#client.close();
  }
}

async function called<Response>(call: (reply: Reply<Response>) => void): Promise<Response> {
  return await new Promise<Response>((resolve, reject) => {
    call((error, response) => {
      if (error === null) {
        resolve(response);
      } else {
        reject(new Error(error.code === status.UNAVAILABLE || error.code === status.CANCELLED ? "the engine is ending the deployment" : error.details));
      }
    });
  });
}
