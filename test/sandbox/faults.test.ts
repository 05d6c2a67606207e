import { describe, expect, it } from "vitest";
import { ATTEMPTS, type FaultPlan, Faults, FIRST_BACKOFF_MS } from "../../sandbox/faults.ts";
import { FakeCloud } from "./support/fake-cloud.ts";

const TOPIC = "aws:sns/topic:Topic";

/** Faults whose waits take no time and are noted. */
function recorded(plan: FaultPlan): { readonly faults: Faults; readonly waits: number[]; readonly crashes: () => number } {
  const waits: number[] = [];
  let crashes = 0;
  const faults = new Faults(plan, () => { crashes += 1; }, async (milliseconds) => { waits.push(milliseconds); });
  return { faults, waits, crashes: () => crashes };
}

describe("a throttled call", () => {
  it("is tried again after a wait, and its caller only sees the time it takes", async () => {
    const { faults, waits } = recorded({ throttleEvery: 3 });
    for (let call = 0; call < 7; call += 1) {
      await faults.before("create", TOPIC);
    }
    // Calls 3, 6 and 9 are throttled; each is repeated once.
    expect(waits).toEqual([FIRST_BACKOFF_MS, FIRST_BACKOFF_MS, FIRST_BACKOFF_MS]);
  });

  it("waits twice as long each time and gives up with the cloud's own error", async () => {
    const { faults, waits } = recorded({ throttleEvery: 1 });
    await expect(faults.before("update", TOPIC)).rejects.toThrow(new RegExp(`^ThrottlingException: Rate exceeded; gave up after ${String(ATTEMPTS)} attempts, .*update ${TOPIC}`, "u"));
    expect(waits).toEqual([100, 200, 400, 800]);
  });

  it("happens the same way every time", async () => {
    const runs = await Promise.all([1, 2].map(async () => {
      const { faults, waits } = recorded({ throttleEvery: 4 });
      await Promise.all(Array.from({ length: 20 }, async () => { await faults.before("read", TOPIC); }));
      return waits;
    }));
    expect(runs[0]).toEqual(runs[1]);
  });
});

describe("other faults", () => {
  it("fail the create of a type and nothing else", async () => {
    using fake = new FakeCloud({ failCreate: [TOPIC] });
    await expect(fake.create(TOPIC)).rejects.toThrow(`InternalFailure: creation of ${TOPIC} fails (sandbox fault)`);
    await expect(fake.create("aws:sqs/queue:Queue")).resolves.toBeDefined();
    expect(fake.inventory.ofType(TOPIC)).toEqual([]);
  });

  it("delay every call", async () => {
    const { faults, waits } = recorded({ delayMs: 200 });
    await faults.before("invoke", "aws:index/getRegion:getRegion");
    await faults.before("delete", TOPIC);
    expect(waits).toEqual([200, 200]);
  });

  it("kill the provider after the nth create took effect: what it did stays, what comes after does not happen", async () => {
    const { faults, crashes } = recorded({ crashAfterCreates: 2 });
    faults.created();
    expect(crashes()).toBe(0);
    faults.created();
    expect(crashes()).toBe(1);
    await expect(faults.before("create", TOPIC)).rejects.toThrow("Unavailable: the provider was killed (sandbox fault)");
  });

  it("do nothing when none is planned", async () => {
    const { faults, waits, crashes } = recorded({});
    await faults.before("create", TOPIC);
    faults.created();
    expect([waits, crashes()]).toEqual([[], 0]);
  });
});
