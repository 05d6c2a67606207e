import { status, type sendUnaryData, type ServerUnaryCall, type UntypedServiceImplementation } from "@grpc/grpc-js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import type { Cloud } from "./cloud.ts";
import { type CloudResource, stateOf } from "./inventory.ts";
import { providerSettings } from "./settings.ts";
import type { ProviderSettings } from "./resource-model.ts";
import { fromStruct, type Properties, toStruct } from "./wire.ts";

/** Answers one call. Throwing an error refuses it with the error's message and no stack trace. */
export type Handler<Request, Response> = (request: Request, peer: string) => Promise<Response> | Response;

/** Answers a data source. Throws for one the sandbox does not know. */
export type DataSource = (token: string, args: Properties, settings: ProviderSettings) => Promise<Properties>;

/** Serves a remote component; the answer holds its URN and outputs. */
export type Constructor = Handler<providerPb.ConstructRequest, providerPb.ConstructResponse>;

export interface ProviderServices {
  readonly version: string;
  readonly cloud: Cloud;
  readonly dataSource: DataSource;
  /** Reads a provider's configuration. @default as the AWS provider's */
  readonly settings?: (configuration: Properties) => ProviderSettings;
  /** The setting that says where resources lie, so that its change replaces them. @default "region" */
  readonly placedBy?: string;
  /** Present for packages of remote components. */
  readonly construct?: Constructor;
}

/**
 * The engine's provider protocol for one package. Each provider instance is a connection of its own,
 * so its configuration is kept by peer.
 */
export function providerService(services: ProviderServices): UntypedServiceImplementation {
  const instances = new Map<string, ProviderSettings>();
  const { cloud, settings = providerSettings, placedBy = "region" } = services;
  const settingsOf = (peer: string): ProviderSettings => instances.get(peer) ?? settings({});

  return {
    handshake: unary(() => new providerPb.ProviderHandshakeResponse()
      .setAcceptSecrets(services.construct !== undefined)
      .setAcceptResources(services.construct !== undefined)
      .setAcceptOutputs(services.construct !== undefined)
      .setSupportsAutonamingConfiguration(true)),
    attach: unary(() => new emptyPb.Empty()),
    cancel: unary(() => new emptyPb.Empty()),
    getPluginInfo: unary(() => new pluginPb.PluginInfo().setVersion(services.version)),
    checkConfig: unary((request: providerPb.CheckRequest) => new providerPb.CheckResponse().setInputs(request.getNews())),
    diffConfig: unary((request: providerPb.DiffRequest) => configurationDiff(settings(fromStruct(request.getOldInputs())), settings(fromStruct(request.getNews())), placedBy)),
    configure: unary((request: providerPb.ConfigureRequest, peer) => {
      instances.set(peer, settings(fromStruct(request.getArgs())));
      return new providerPb.ConfigureResponse().setSupportspreview(true).setAcceptsecrets(services.construct !== undefined)
        .setAcceptresources(services.construct !== undefined).setAcceptoutputs(services.construct !== undefined).setSupportsAutonamingConfiguration(true);
    }),
    check: unary((request: providerPb.CheckRequest, peer) => {
      const naming = request.getAutonaming();
      const proposedName = naming?.getProposedName();
      const { DISABLE, ENFORCE } = providerPb.CheckRequest.AutonamingOptions.Mode;
      const result = cloud.check({
        type: request.getType(),
        name: request.getName(),
        seed: request.getRandomseed_asB64(),
        olds: fromStruct(request.getOlds()),
        news: fromStruct(request.getNews()),
        autonaming: {
          disabled: naming?.getMode() === DISABLE,
          enforced: naming?.getMode() === ENFORCE,
          ...(proposedName === undefined || proposedName === "" ? {} : { proposedName }),
        },
      }, settingsOf(peer));
      return new providerPb.CheckResponse().setInputs(toStruct(result.inputs)).setFailuresList(result.failures.map(({ property, reason }) =>
        new providerPb.CheckFailure().setProperty(property).setReason(reason)));
    }),
    diff: unary((request: providerPb.DiffRequest) => resourceDiff(cloud, request)),
    create: unary(async (request: providerPb.CreateRequest, peer) => {
      const inputs = fromStruct(request.getProperties());
      if (request.getPreview()) {
        return new providerPb.CreateResponse().setProperties(toStruct(cloud.planned(request.getType(), inputs)));
      }
      const created = await cloud.create(request.getType(), request.getUrn(), inputs, settingsOf(peer));
      return new providerPb.CreateResponse().setId(created.id).setProperties(toStruct(stateOf(created)));
    }),
    read: unary(async (request: providerPb.ReadRequest, peer) => {
      const known = { ...fromStruct(request.getInputs()), ...fromStruct(request.getProperties()) };
      return readResponse(await cloud.read(request.getType(), request.getId(), known, settingsOf(peer)));
    }),
    update: unary(async (request: providerPb.UpdateRequest, peer) => {
      const news = fromStruct(request.getNews());
      if (request.getPreview()) {
        return new providerPb.UpdateResponse().setProperties(toStruct(cloud.planned(request.getType(), news, fromStruct(request.getOlds()))));
      }
      const updated = await cloud.update(request.getType(), request.getId(), request.getUrn(), news, settingsOf(peer));
      return new providerPb.UpdateResponse().setProperties(toStruct(stateOf(updated)));
    }),
    delete: unary(async (request: providerPb.DeleteRequest, peer) => {
      await cloud.delete(request.getType(), request.getId(), fromStruct(request.getProperties()), settingsOf(peer));
      return new emptyPb.Empty();
    }),
    invoke: unary(async (request: providerPb.InvokeRequest, peer) => {
      const answer = await services.dataSource(request.getTok(), fromStruct(request.getArgs()), settingsOf(peer));
      return new providerPb.InvokeResponse().setReturn(toStruct(answer));
    }),
    ...(services.construct === undefined ? {} : { construct: unary(services.construct) }),
  };
}

function resourceDiff(cloud: Cloud, request: providerPb.DiffRequest): providerPb.DiffResponse {
  const news = fromStruct(request.getNews());
  const olds = fromStruct(request.getOldInputs());
  const changes = cloud.diff(request.getType(), olds, news);
  const replacing = changes.filter(({ replaces }) => replaces);
  const response = new providerPb.DiffResponse()
    .setChanges(changes.length === 0 ? providerPb.DiffResponse.DiffChanges.DIFF_NONE : providerPb.DiffResponse.DiffChanges.DIFF_SOME)
    .setDiffsList(changes.map(({ property }) => property))
    .setReplacesList(replacing.map(({ property }) => property))
    .setDeletebeforereplace(replacing.length > 0 && cloud.replacesUnderSameName(request.getType(), olds, news))
    .setHasdetaileddiff(true);
  const { Kind } = providerPb.PropertyDiff;
  const kinds = {
    add: [Kind.ADD, Kind.ADD_REPLACE],
    update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
    delete: [Kind.DELETE, Kind.DELETE_REPLACE],
  } as const;
  for (const { property, kind, replaces } of changes) {
    response.getDetaileddiffMap().set(property, new providerPb.PropertyDiff().setKind(kinds[kind][replaces ? 1 : 0]).setInputdiff(true));
  }
  return response;
}

/** A provider of another region or cluster cannot take over the resources of its predecessor. */
function configurationDiff(before: ProviderSettings, after: ProviderSettings, placedBy: string): providerPb.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = providerPb.DiffResponse.DiffChanges;
  const same = JSON.stringify(before) === JSON.stringify(after);
  return new providerPb.DiffResponse().setChanges(same ? DIFF_NONE : DIFF_SOME).setReplacesList(before.region === after.region ? [] : [placedBy]);
}

function readResponse(resource: CloudResource | undefined): providerPb.ReadResponse {
  const response = new providerPb.ReadResponse();
  return resource === undefined
    ? response
    : response.setId(resource.id).setInputs(toStruct(resource.inputs)).setProperties(toStruct(stateOf(resource)));
}

function unary<Request, Response>(handler: Handler<Request, Response>) {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(async () => await handler(call.request, call.getPeer()))
      .then(
        (response) => { callback(null, response); },
        (error: unknown) => { callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) }); },
      );
  };
}
