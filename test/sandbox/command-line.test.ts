import { afterEach, describe, expect, it, vi } from "vitest";
import { commandLine, isHelp, usage } from "../../sandbox/command-line.ts";
import { UsageError } from "../../sandbox/workspace.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("wrong use", () => {
  it.each([
    [["fly"], `Unknown command "fly".\n\n${usage()}`],
    [["constructor"], `Unknown command "constructor".\n\n${usage()}`],
    [["--stack", "dev"], `Unknown command "--stack".\n\n${usage()}`],
    [[], `Unknown command undefined.\n\n${usage()}`],
    [["up", "--stack"], "--stack needs a value, such as --stack prod"],
    [["up", "--stack="], "--stack needs a value, such as --stack prod"],
    [["up", "-s", "--yes"], "-s needs a value, such as --stack prod"],
    [["up", "-C"], "-C needs a value, such as --cwd <path>"],
    [["up", "--config-file", ""], "--config-file needs a value, such as --config-file <path>"],
    [["up", "--policy-pack-config"], "--policy-pack-config needs a value, such as --policy-pack-config <path>"],
    [["preview", "prod"], 'preview does not take "prod"; a stack is named with --stack prod'],
    [["start", "prod", "--diff"], 'start does not take "prod"; a stack is named with --stack prod'],
    [["reset", "--force"], 'reset does not take "--force"; it takes --stack and --cwd'],
    [["up", "--fault", "thunder"], "--fault thunder: unknown; known are throttle=<every nth call>, fail=<type token>, delay=<milliseconds>ms, crash=<after n creates>"],
  ])("%j says what is wrong and what to type", (argv, message) => {
    expect(() => commandLine(argv)).toThrow(new UsageError(message));
  });
});

describe("a command line", () => {
  it("works on the dev stack of this project unless it says otherwise", () => {
    expect(commandLine(["preview"])).toEqual({ command: "preview", stack: "dev", json: false, faults: {}, cwd: undefined, configFile: undefined, packConfigFile: undefined, positionals: [], pulumiFlags: [] });
  });

  it.each([
    [["--stack", "prod", "--cwd", "program", "--config-file", "other.yaml"]],
    [["--stack=prod", "--cwd=program", "--config-file=other.yaml"]],
    [["-s", "prod", "-C", "program", "--config-file", "other.yaml"]],
    [["--stack", "dev", "--stack", "prod", "-C=program", "--config-file=other.yaml"]],
  ])("names stack, program and configuration as Pulumi does: %j", (options) => {
    expect(commandLine(["up", ...options])).toMatchObject({ stack: "prod", cwd: "program", configFile: "other.yaml", pulumiFlags: [] });
  });

  it("takes the pack's configuration itself, as a refresh or destroy has no pack for Pulumi to configure", () => {
    expect(commandLine(["destroy", "--policy-pack-config", "levels.json"])).toMatchObject({ packConfigFile: "levels.json", pulumiFlags: [] });
  });

  it("keeps what is Pulumi's own for Pulumi, in its order", () => {
    expect(commandLine(["up", "--target", "urn:a", "--json", "-s", "prod", "--diff", "--refresh=true"])).toMatchObject({
      json: true, stack: "prod", pulumiFlags: ["--target", "urn:a", "--diff", "--refresh=true"],
    });
  });

  it("takes faults from flags and from the environment", () => {
    expect(commandLine(["up", "--fault", "crash=3", "--yes"])).toMatchObject({ faults: { crashAfterCreates: 3 }, pulumiFlags: ["--yes"] });
    vi.stubEnv("SANDBOX_FAULTS", "delay=5ms");
    expect(commandLine(["up", "--fault", "crash=3"]).faults).toEqual({ delayMs: 5, crashAfterCreates: 3 });
  });

  it("hands drift its own arguments, whatever they begin with, and nothing to Pulumi", () => {
    expect(commandLine(["drift", "-s", "prod", "bucket", "retentionDays", "-5", "--json"])).toMatchObject({
      command: "drift", stack: "prod", json: true, positionals: ["bucket", "retentionDays", "-5"], pulumiFlags: [],
    });
  });
});

describe("help", () => {
  it.each([[[]], [["--help"]], [["up", "-h"]]])("is what %j asks for", (argv) => {
    expect(isHelp(argv)).toBe(true);
  });

  it("is not what a command asks for", () => {
    expect(isHelp(["up", "--stack", "dev"])).toBe(false);
  });

  it("names every command, and every command it names is one", () => {
    const named = [...usage().matchAll(/^ {2}([a-z]+) {2,}\S/gmu)].map(([, name]) => name ?? "");
    expect(named).toEqual(["start", "preview", "up", "refresh", "destroy", "drift", "reset"]);
    expect(named.map((name) => commandLine([name]).command)).toEqual(named);
  });
});
