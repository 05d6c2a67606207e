import { credentials, type ServiceError } from "@grpc/grpc-js";
import providerGrpc from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/server.ts";
import { fromStruct, type Properties, toStruct, UNKNOWN } from "../../sandbox/wire.ts";

const BUCKET = "aws:s3/bucket:Bucket";
const URN = `urn:pulumi:dev::probe::${BUCKET}::phi`;
const folder = mkdtempSync(join(tmpdir(), "provider-service-"));
const clients: InstanceType<typeof providerGrpc.ResourceProviderClient>[] = [];
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ inventoryFile: join(folder, "inventory.json"), faults: {} });
});
afterAll(() => {
  for (const client of clients) {
    client.close();
  }
  sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A provider instance as the engine has it: a connection of its own. */
async function connect(configuration: Properties = {}): Promise<InstanceType<typeof providerGrpc.ResourceProviderClient>> {
  const port = /aws:(\d+)/u.exec(sandbox.providers)?.[1] ?? "";
  const client = new providerGrpc.ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), { "grpc.use_local_subchannel_pool": 1 });
  clients.push(client);
  await answer<providerPb.ConfigureResponse>((done) => { client.configure(new providerPb.ConfigureRequest().setArgs(toStruct(configuration)), done); });
  return client;
}

async function answer<Response>(call: (done: (error: ServiceError | null, response: Response) => void) => void): Promise<Response> {
  return await new Promise((resolve, reject) => {
    call((error, response) => {
      if (error === null) {
        resolve(response);
      } else {
        reject(error);
      }
    });
  });
}

async function check(client: Awaited<ReturnType<typeof connect>>, news: Properties, olds: Properties = {}): Promise<Properties> {
  const request = new providerPb.CheckRequest().setUrn(URN).setType(BUCKET).setName("phi").setNews(toStruct(news)).setOlds(toStruct(olds)).setRandomseed("c2VlZA==");
  const response = await answer<providerPb.CheckResponse>((done) => { client.check(request, done); });
  return fromStruct(response.getInputs());
}

describe("the provider protocol", () => {
  it("keeps region and default tags of each provider instance apart", async () => {
    const east = await connect({ region: "us-east-1" });
    const west = await connect({ region: "us-west-2", defaultTags: JSON.stringify({ tags: { team: "platform" } }) });
    expect(await check(east, {})).toMatchObject({ region: "us-east-1" });
    expect(await check(west, {})).toMatchObject({ region: "us-west-2", tagsAll: { team: "platform" } });
    expect((await check(east, {}))["tagsAll"]).toBeUndefined();
  });

  it("previews a create with unknowns, creates, reads, previews an update with what lasts, and deletes", async () => {
    const client = await connect();
    const inputs = await check(client, { objectLockEnabled: true });
    const create = (preview: boolean): Promise<providerPb.CreateResponse> => answer((done) => {
      client.create(new providerPb.CreateRequest().setUrn(URN).setType(BUCKET).setName("phi").setProperties(toStruct(inputs)).setPreview(preview), done);
    });
    expect(fromStruct((await create(true)).getProperties())).toMatchObject({ bucket: inputs["bucket"], objectLockEnabled: true, arn: UNKNOWN });
    const created = await create(false);
    const state = fromStruct(created.getProperties());
    expect(state).toMatchObject({ arn: `arn:aws:s3:::${created.getId()}`, bucketRegion: "us-east-1" });

    const read = (): Promise<providerPb.ReadResponse> => answer((done) => {
      client.read(new providerPb.ReadRequest().setUrn(URN).setType(BUCKET).setId(created.getId()).setProperties(created.getProperties()).setInputs(toStruct(inputs)), done);
    });
    expect(fromStruct((await read()).getInputs())).toEqual(inputs);

    const changed = await check(client, { objectLockEnabled: true, tags: { data: "phi" } }, inputs);
    const update = new providerPb.UpdateRequest().setUrn(URN).setType(BUCKET).setId(created.getId()).setOlds(created.getProperties()).setOldInputs(toStruct(inputs)).setNews(toStruct(changed)).setPreview(true);
    const planned = await answer<providerPb.UpdateResponse>((done) => { client.update(update, done); });
    expect(fromStruct(planned.getProperties())).toMatchObject({ arn: state["arn"], tags: { data: "phi" } });

    await answer((done) => { client.delete(new providerPb.DeleteRequest().setUrn(URN).setType(BUCKET).setId(created.getId()).setProperties(created.getProperties()), done); });
    expect((await read()).getId()).toBe("");
  });

  it("says which properties replace and whether the old resource must go first", async () => {
    const client = await connect();
    const diff = async (olds: Properties, news: Properties): Promise<providerPb.DiffResponse> => await answer((done) => {
      client.diff(new providerPb.DiffRequest().setUrn(URN).setType(BUCKET).setOldInputs(toStruct(olds)).setNews(toStruct(news)), done);
    });
    const replaced = await diff({ bucket: "mine", region: "us-east-1" }, { bucket: "mine", region: "us-west-2" });
    expect([replaced.getChanges(), replaced.getReplacesList(), replaced.getDeletebeforereplace()]).toEqual([providerPb.DiffResponse.DiffChanges.DIFF_SOME, ["region"], true]);
    expect(replaced.getDetaileddiffMap().get("region")?.getKind()).toBe(providerPb.PropertyDiff.Kind.UPDATE_REPLACE);
    const same = await diff({ bucket: "mine", __defaults: ["bucket"] }, { bucket: "mine" });
    expect([same.getChanges(), same.getDiffsList()]).toEqual([providerPb.DiffResponse.DiffChanges.DIFF_NONE, []]);
  });

  it("refuses in the cloud's words, without a stack trace", async () => {
    const client = await connect();
    const policy = new providerPb.CreateRequest().setUrn("urn").setType("aws:s3/bucketPolicy:BucketPolicy").setProperties(toStruct({ bucket: "nothing", policy: "{}" }));
    await expect(answer((done) => { client.create(policy, done); })).rejects.toMatchObject({ details: "NoSuchBucket: The specified bucket nothing does not exist in us-east-1" });
    const invoke = new providerPb.InvokeRequest().setTok("aws:rds/getSnapshot:getSnapshot").setArgs(toStruct({}));
    await expect(answer((done) => { client.invoke(invoke, done); })).rejects.toMatchObject({ details: expect.not.stringContaining("    at ") });
  });
});
