import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Client, credentials } from "@grpc/grpc-js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { type PackResource, REGION, urnOf } from "./pack-resources.ts";

/** What one fresh process of the pack needed for so many resources. */
export interface PackRun {
  readonly resources: number;
  /** From the start of the process until it has told its rules. */
  readonly startSeconds: number;
  /** All resources one by one, then the stack as a whole, as the engine asks. */
  readonly judgeSeconds: number;
  /** Processor time of the pack's process for that. */
  readonly judgeProcessorSeconds: number;
  readonly judgements: number;
  readonly findings: number;
  /** Most memory the process had. */
  readonly megabytes: number;
}

/** Requests on their way at once; the engine asks as resources are registered, several at a time. */
const AT_ONCE = 16;
const UNLIMITED = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };

/** A pack that serves, as the engine talks to it: messages as bytes, by the name of the call. */
export interface ServingPack {
  readonly pid: number | undefined;
  call(method: "GetAnalyzerInfo" | "Configure" | "Analyze" | "AnalyzeStack", request: Uint8Array): Promise<Uint8Array>;
  stop(): void;
}

/** Starts an executable pack as the engine does. */
export async function startPack(pack: string): Promise<ServingPack> {
  const child = spawn(process.execPath, [pack, "127.0.0.1:1"], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((settle, fail) => {
    child.stdout.once("data", (chunk: Buffer) => { settle(chunk.toString().trim()); });
    child.once("error", fail);
    child.once("exit", (code) => { fail(new Error(`the pack ended with ${String(code)}`)); });
  });
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), UNLIMITED);
  return {
    pid: child.pid,
    call: async (method, request) => await ask(client, method, request),
    stop: () => {
      client.close();
      child.kill();
    },
  };
}

/** Has a fresh process of the pack judge the resources. */
export async function runPack(pack: string, resources: readonly PackResource[]): Promise<PackRun> {
  // Encoded before and decoded after, so that this process, which stands for the engine, takes no time of its own.
  const requests = resources.map((resource) => requestOf(resource).serializeBinary());
  const stack = new analyzerPb.AnalyzeStackRequest().setResourcesList(resources.map(stackResourceOf)).serializeBinary();
  const started = performance.now();
  const serving = await startPack(pack);
  try {
    const info = analyzerPb.AnalyzerInfo.deserializeBinary(await serving.call("GetAnalyzerInfo", new Uint8Array()));
    await serving.call("Configure", new Uint8Array());
    const ready = performance.now();
    const usedBefore = processorSeconds(serving.pid);
    const encoded = [...await inTurn(requests, async (request) => await serving.call("Analyze", request)), await serving.call("AnalyzeStack", stack)];
    const judged = performance.now();
    const judgeProcessorSeconds = processorSeconds(serving.pid) - usedBefore;
    const megabytes = peakMegabytes(serving.pid);
    const answers = encoded.map((answer) => analyzerPb.AnalyzeResponse.deserializeBinary(answer));
    const stackRules = info.getPoliciesList().filter((policy) => policy.getPolicyType() === analyzerPb.PolicyType.POLICY_TYPE_STACK).length;
    const asked = resources.length * (info.getPoliciesList().length - stackRules) + stackRules;
    return {
      resources: resources.length,
      startSeconds: (ready - started) / 1000,
      judgeSeconds: (judged - ready) / 1000,
      judgeProcessorSeconds,
      judgements: asked - answers.reduce((sum, answer) => sum + answer.getNotApplicableList().length, 0),
      findings: answers.reduce((sum, answer) => sum + answer.getDiagnosticsList().length, 0),
      megabytes,
    };
  } finally {
    serving.stop();
  }
}

/** Calls for each item, a few at once, the answers in the items' order. */
async function inTurn<Item, Answer>(items: readonly Item[], call: (item: Item) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const waiting = items.entries();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const [index, item] of waiting) {
      answers[index] = await call(item);
    }
  }));
  return answers;
}

/** One call of the engine's protocol, the messages as bytes. */
async function ask(client: Client, method: string, request: Uint8Array): Promise<Buffer> {
  return await new Promise((settle, fail) => {
    client.makeUnaryRequest(`/pulumirpc.Analyzer/${method}`, (bytes: Uint8Array) => Buffer.from(bytes), (bytes: Buffer) => bytes, request, (error, answer) => {
      if (answer === undefined) {
        fail(error ?? new Error("no answer"));
      } else {
        settle(answer);
      }
    });
  });
}

function requestOf({ type, name, props }: PackResource): analyzerPb.AnalyzeRequest {
  return new analyzerPb.AnalyzeRequest().setType(type).setName(name).setUrn(urnOf({ type, name }))
    .setProperties(structOf(props)).setOptions(new analyzerPb.AnalyzerResourceOptions()).setProvider(provider());
}

function stackResourceOf({ type, name, props }: PackResource): analyzerPb.AnalyzerResource {
  return new analyzerPb.AnalyzerResource().setType(type).setName(name).setUrn(urnOf({ type, name }))
    .setProperties(structOf(props)).setOptions(new analyzerPb.AnalyzerResourceOptions()).setProvider(provider());
}

function provider(): analyzerPb.AnalyzerProviderResource {
  return new analyzerPb.AnalyzerProviderResource().setType("pulumi:providers:aws").setName("default").setProperties(structOf({ region: REGION }));
}

/** As the engine sends a resource's inputs. */
function structOf(props: PackResource["props"]): structPb.Struct {
  return structPb.Struct.fromJavaScript(JSON.parse(JSON.stringify(props)));
}

/** User and system time, which other work on the machine does not lengthen; on Linux alone. */
function processorSeconds(pid: number | undefined): number {
  try {
    // Fields 14 and 15, counted from the state behind the name in parentheses; in hundredths of a second.
    const fields = readFileSync(`/proc/${String(pid)}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** The kernel's own count on Linux; elsewhere not told. */
function peakMegabytes(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
