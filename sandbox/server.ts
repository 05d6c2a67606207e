import { promisify } from "node:util";
import { Server, ServerCredentials } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { awsDataSources } from "./aws/data-sources.ts";
import { Cloud } from "./cloud.ts";
import { CloudError } from "./cloud-error.ts";
import { type FaultPlan, Faults } from "./faults.ts";
import { Inventory } from "./inventory.ts";
import { kubernetesSettings } from "./kubernetes/settings.ts";
import { models } from "./models.ts";
import { construct } from "./remote/construction.ts";
import { sdkVersion } from "./remote/sdk-version.ts";
import { type ProviderServices, providerService } from "./provider-service.ts";
import { ACCOUNT } from "./resource-model.ts";

export interface SandboxOptions {
  /** Path of the inventory file; created when absent. */
  readonly inventoryFile: string;
  /**
   * Inventories of other stacks of the account.
   * @default none
   */
  readonly neighbours?: readonly string[];
  readonly faults: FaultPlan;
}

export interface Sandbox {
  /** Value for PULUMI_DEBUG_PROVIDERS. */
  readonly providers: string;
  /** Ends all connections at once, as a killed process would. */
  stop(): void;
}

/** A provider that dies on request takes no new call and loses no answer: what has taken effect is reported before it goes. */
const ANSWERS_LEAVE_MS = 250;

/** Starts the stand-in providers on free ports of the loopback interface. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const servers: Server[] = [];
  const stop = (): void => {
    for (const server of servers) {
      server.forceShutdown();
    }
  };
  const inventory = new Inventory(options.inventoryFile, ACCOUNT, new Date(), options.neighbours ?? []);
  const faults = new Faults(options.faults, () => { setTimeout(stop, ANSWERS_LEAVE_MS); });
  const cloud = new Cloud(models, inventory, faults);
  const answer = awsDataSources(inventory);
  const packages: Readonly<Record<string, Omit<ProviderServices, "version" | "cloud">>> = {
    aws: {
      dataSource: async (token, args, settings) => {
        await faults.before("invoke", token);
        return await answer(token, args, settings);
      },
    },
    awsx: { dataSource: noDataSource, construct },
    eks: { dataSource: noDataSource, construct },
    kubernetes: { dataSource: noDataSource, settings: kubernetesSettings, placedBy: "kubeconfig" },
  };
  const providers = await Promise.all(Object.entries(packages).map(async ([name, services]) => {
    const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    servers.push(server);
    server.addService(providerGrpc.ResourceProviderService, providerService({ ...services, cloud, version: sdkVersion(name) }));
    const port = await promisify(server.bindAsync.bind(server))("127.0.0.1:0", ServerCredentials.createInsecure());
    return `${name}:${String(port)}`;
  }));
  return { providers: providers.join(","), stop };
}

async function noDataSource(token: string): Promise<never> {
  throw new CloudError("UnknownDataSource", `the sandbox does not answer ${token}`);
}
