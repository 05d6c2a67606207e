import { describe, expect, it } from "vitest";
import { faultFlags } from "../../sandbox/fault-flags.ts";
import { UsageError } from "../../sandbox/workspace.ts";

describe("fault flags", () => {
  it("report every fault that cannot be read in one message", () => {
    const args = ["--fault", "throttle=0", "--fault=delay=soon", "--fault", "crash=-1", "--fault", "fail=Instance", "--fault", "explode=1", "--fault"];
    expect(() => faultFlags(args, "throttle=x")).toThrow(UsageError);
    expect(() => faultFlags(args, "throttle=x")).toThrow([
      "--fault needs a value: throttle=<every nth call>, fail=<type token>, delay=<milliseconds>ms, crash=<after n creates>",
      "--fault throttle=x: throttle takes a whole number from 1 up",
      "--fault throttle=0: throttle takes a whole number from 1 up",
      "--fault delay=soon: delay takes a time such as 200ms or 1.5s",
      "--fault crash=-1: crash takes a whole number from 1 up",
      "--fault fail=Instance: fail takes a type token such as aws:rds/instance:Instance",
      "--fault explode=1: unknown; known are throttle=<every nth call>, fail=<type token>, delay=<milliseconds>ms, crash=<after n creates>",
    ].join("\n"));
  });

  it("become a plan, and leave the other arguments in their order", () => {
    const args = ["--target", "a", "--fault", "throttle=5", "--fault=fail=aws:rds/instance:Instance", "--diff", "--fault", "fail=aws:sns/topic:Topic", "--fault", "delay=1.5s", "--fault", "crash=40"];
    expect(faultFlags(args, undefined)).toEqual({
      plan: { throttleEvery: 5, failCreate: ["aws:rds/instance:Instance", "aws:sns/topic:Topic"], delayMs: 1500, crashAfterCreates: 40 },
      rest: ["--target", "a", "--diff"],
    });
  });

  it("come from the environment too, and then flags win", () => {
    expect(faultFlags([], " throttle=5, delay=200ms ,").plan).toEqual({ throttleEvery: 5, delayMs: 200 });
    expect(faultFlags(["--fault", "throttle=7"], "throttle=5").plan).toEqual({ throttleEvery: 7 });
    expect(faultFlags(["--yes"], "")).toEqual({ plan: {}, rest: ["--yes"] });
  });
});
