import { Server, ServerCredentials, type UntypedHandleCall } from "@grpc/grpc-js";
import engineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import type enginePb from "@pulumi/pulumi/proto/engine_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * Each case is a process of its own, as the start-up changes the process. Shown is that it costs nothing a
 * person may want back; what it saves is measured by `npm run bench:preview`.
 */
const execute = promisify(execFile);
const START_UP = 'await import("./stacks/start-up/start-up.ts"); const pulumi = await import("@pulumi/pulumi");';

async function program(text: string, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", `${START_UP}\n${text}`], { env: { PATH: process.env["PATH"], ...environment } });
  return stdout.trim();
}

describe("stack traces", () => {
  const thrown = 'try { throw new Error("wrong"); } catch (error) { console.log(error.stack ?? `no place: ${error.message}`); }';

  test("are not taken", async () => {
    expect(await program(thrown)).toBe("no place: wrong");
  });

  test("are taken as deep as asked for", async () => {
    expect(await program(thrown, { STACK_TRACE_LIMIT: "1" })).toMatch(/^Error: wrong\n {4}at [^\n]+$/u);
  });
});

describe("what serializes functions", () => {
  const loaded = 'const { createRequire } = await import("node:module"); console.log(Object.keys(createRequire(process.cwd() + "/").cache).some((file) => file.includes("/arborist/lib/arborist/")));';

  test("is not loaded by a program that serializes none", async () => {
    expect(await program(loaded)).toBe("false");
  });

  test("is loaded by one that does, and works", async () => {
    expect(await program("const { text } = await pulumi.runtime.serializeFunction((a) => a + 1); console.log(text.includes('(a) => a + 1'));")).toBe("true");
  });
});

describe("debug messages of the SDK", () => {
  const received: string[] = [];
  const engine = new Server();
  let address = "";
  const log: UntypedHandleCall = (call: { readonly request: enginePb.LogRequest }, callback: (error: null, answer: unknown) => void) => {
    received.push(call.request.getMessage());
    callback(null, new emptyPb.Empty());
  };

  beforeAll(async () => {
    engine.addService(engineGrpc.EngineService, { log });
    const port = await promisify(engine.bindAsync.bind(engine))("127.0.0.1:0", ServerCredentials.createInsecure());
    address = `127.0.0.1:${String(port)}`;
  });
  afterAll(() => { engine.forceShutdown(); });

  const speak = 'await pulumi.log.debug("in detail"); await pulumi.log.info("in short");';

  test("stay in the program, and others reach the engine", async () => {
    received.length = 0;
    await program(speak, { PULUMI_NODEJS_ENGINE: address });
    expect(received).toEqual(["in short"]);
  });

  test("reach the engine where asked for", async () => {
    received.length = 0;
    await program(speak, { PULUMI_NODEJS_ENGINE: address, SDK_DEBUG: "true" });
    expect(received).toEqual(["in detail", "in short"]);
  });
});
