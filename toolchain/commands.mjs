// @ts-check
/** The commands of the project, as `npm run` knows them. */

/**
 * @typedef {object} Command
 * @property {string} what one line for the list
 * @property {boolean} needsCli whether it runs the Pulumi engine, and so needs the CLI and the policy pack's build
 * @property {readonly string[]} argv its own arguments come after these; `node` is the pinned one
 */

/** @type {Readonly<Record<string, Command>>} */
export const COMMANDS = {
  start: {
    what: "preview the dev stack in the sandbox, judged by the policy pack",
    needsCli: true,
    argv: ["node", "sandbox/cli.ts", "start"],
  },
  sandbox: {
    what: "preview, up, refresh, destroy or reset a stack in the sandbox",
    needsCli: true,
    argv: ["node", "sandbox/cli.ts"],
  },
  pulumi: { what: "run the Pulumi CLI under the pinned Node", needsCli: true, argv: ["pulumi"] },
  test: { what: "run every check of the project", needsCli: true, argv: ["node", "test/gate.ts"] },
  fixtures: {
    what: "take stacks of every shape through their whole life in the sandbox",
    needsCli: true,
    argv: ["node", "test/fixtures/lifecycle.ts"],
  },
  "bench:preview": {
    what: "compare the time of a preview with that of a plain program",
    needsCli: true,
    argv: ["node", "bench/preview.ts"],
  },
  "bench:pack": {
    what: "measure the policy pack: start-up, judgements a second, against an empty pack and checkov",
    needsCli: true,
    argv: ["node", "bench/pack.ts"],
  },
  mutation: {
    what: "change the policy pack in small ways and count what its tests notice",
    needsCli: false,
    argv: ["node", "test/mutation/run.ts"],
  },
  "fuzz:pack": {
    what: "give every rule of the policy pack 10,000 random inputs of each type",
    needsCli: false,
    argv: ["node", "test/policypack/fuzz/run.ts"],
  },
  controls: {
    what: "say which rule answers a control or a citation of the Security Rule",
    needsCli: false,
    argv: ["node", "docs/controls-command.ts"],
  },
  "iam-report": {
    what: "list every permission of every role of a stack with its reason",
    needsCli: false,
    argv: ["node", "docs/iam-report-command.ts"],
  },
  build: { what: "compile the policy pack", needsCli: false, argv: ["node", "policypack/build.mjs"] },
  generate: { what: "write the generated pages anew", needsCli: false, argv: ["node", "docs/generate.ts"] },
  lint: {
    what: "lint every source file",
    needsCli: false,
    argv: ["node", "node_modules/oxlint/bin/oxlint", "--type-aware"],
  },
  check: {
    what: "check the types of the whole project",
    needsCli: false,
    argv: ["node", "node_modules/typescript-7/bin/tsc", "-p", "."],
  },
};

/** The list shown by `--help`. */
export function commandList() {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  return [
    "Usage: npm run <command> -- [arguments]",
    "",
    ...Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(width)}  ${what}`),
  ].join("\n");
}
