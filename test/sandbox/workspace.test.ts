import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { encryptionSalt, prepareStackFolder, type StackWorkspace, stackWorkspace, UsageError, writeConfiguration } from "../../sandbox/workspace.ts";
import { TemporaryFolder } from "./support/temporary-folder.ts";

const SALT = "v1:salt:v1:check";

function workspaceIn(folder: TemporaryFolder, stack = "dev"): StackWorkspace {
  folder.file("Pulumi.yaml", "name: clinic\nruntime: nodejs\n");
  folder.file(`home/${stack}/.keep`, "");
  return stackWorkspace(folder.path, join(folder.path, "home"), stack);
}

describe("a stack's name", () => {
  it.each(["", ".", "..", "../dev", "a/b", "a b", "a\nb", "ä", "x".repeat(101)])("cannot be %j, as it names a folder that reset removes", (stack) => {
    using folder = new TemporaryFolder();
    folder.file("Pulumi.yaml", "name: clinic\n");
    expect(() => stackWorkspace(folder.path, folder.path, stack)).toThrow(
      new UsageError(`--stack ${JSON.stringify(stack)}: a stack name has 1 to 100 letters, digits, "-", "_" or ".", and is not "." or ".."`),
    );
  });

  it.each(["dev", "prod.eu-1", "A_1", "...", "x".repeat(100)])("may be %j", (stack) => {
    using folder = new TemporaryFolder();
    expect(workspaceIn(folder, stack).folder).toBe(join(folder.path, "home", stack));
  });
});

describe("a workspace", () => {
  it("keeps everything of a stack in the stack's folder", () => {
    using folder = new TemporaryFolder();
    const { stack: _stack, ...places } = workspaceIn(folder);
    const home = join(folder.path, "home", "dev");
    expect(places).toEqual({
      folder: home, backend: join(home, "backend"), inventoryFile: join(home, "inventory.json"), configFile: join(home, "Pulumi.dev.yaml"),
      eventLog: join(home, "events.ndjson"), engineHome: join(home, "engine"), stateFile: join(home, "backend/.pulumi/stacks/clinic/dev.json"),
    });
  });

  it.each([
    [undefined, /Pulumi\.yaml does not name a Pulumi project$/u],
    ["description: nameless\n", /Pulumi\.yaml does not name a Pulumi project$/u],
    ["just text", /Pulumi\.yaml does not name a Pulumi project$/u],
    ["name: [", /^Pulumi\.yaml is not readable YAML: .* at line 1, column 8/u],
  ])("needs a project, and %j is none", (project, message) => {
    using folder = new TemporaryFolder();
    if (project !== undefined) {
      folder.file("Pulumi.yaml", project);
    }
    const open = () => stackWorkspace(folder.path, folder.path, "dev");
    expect(open).toThrow(UsageError);
    expect(open).toThrow(message);
  });
});

describe("a stack's configuration", () => {
  it("is copied with the sandbox's salt in place of the stack's own secrets provider, and never touched", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    const text = "# mine\nsecretsprovider: awskms://alias/pulumi\nencryptedkey: abc\nencryptionsalt: v1:other\nconfig:\n  aws:region: us-east-1\n  clinic:network: { cidr: 10.0.0.0/16 }\n";
    const source = folder.file("Pulumi.dev.yaml", text);
    const before = statSync(source).mtimeMs;
    writeConfiguration(workspace, source, SALT);
    expect(parse(readFileSync(workspace.configFile, "utf8"))).toEqual({ encryptionsalt: SALT, config: { "aws:region": "us-east-1", "clinic:network": { cidr: "10.0.0.0/16" } } });
    expect(readFileSync(source, "utf8")).toBe(text);
    expect(statSync(source).mtimeMs).toBe(before);
  });

  it("may be empty: then the program says what it lacks", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    writeConfiguration(workspace, folder.file("Pulumi.dev.yaml", ""), SALT);
    expect(parse(readFileSync(workspace.configFile, "utf8"))).toEqual({ encryptionsalt: SALT });
  });

  it.each([
    ["[1, 2]", 'Pulumi.dev.yaml is no stack\'s configuration: it holds no "config:" with the stack\'s values'],
    ["just text", 'Pulumi.dev.yaml is no stack\'s configuration: it holds no "config:" with the stack\'s values'],
  ])("%j is refused", (text, message) => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    expect(() => { writeConfiguration(workspace, folder.file("Pulumi.dev.yaml", text), SALT); }).toThrow(new UsageError(message));
  });

  it("has stand-ins for what is encrypted, the same each time and for the sandbox alone", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    const source = folder.file("Pulumi.dev.yaml", "config:\n  clinic:password:\n    secure: v1:abc\n  clinic:db: { users: [{ name: a, password: { secure: v1:def } }] }\n");
    const written = [1, 2].map(() => {
      writeConfiguration(workspace, source, "v1:c2FsdHNhbHQ=:v1:check");
      return readFileSync(workspace.configFile, "utf8");
    });
    expect(written[1]).toBe(written[0]);
    expect(parse(written[0] ?? "")).toEqual({
      config: { "clinic:password": { secure: expect.stringMatching(/^v1:[\w+/=]{16}:[\w+/=]{40,}$/u) }, "clinic:db": { users: [{ name: "a", password: { secure: expect.stringMatching(/^v1:/u) } }] } },
      encryptionsalt: "v1:c2FsdHNhbHQ=:v1:check",
    });
    expect(written[0]).not.toMatch(/abc|def/u);
  });

  it("that is no YAML is refused with the place", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    const write = (): void => { writeConfiguration(workspace, folder.file("Pulumi.dev.yaml", "config:\n  a: b\n c: d\n"), SALT); };
    expect(write).toThrow(UsageError);
    expect(write).toThrow(/^Pulumi\.dev\.yaml is not readable YAML: .* at line 3, column 1/u);
  });

  it("that speaks of secure things is no secret", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    writeConfiguration(workspace, folder.file("Pulumi.dev.yaml", "config:\n  clinic:note: '{\"secure\":\"v1\"}'\n"), SALT);
    expect(parse(readFileSync(workspace.configFile, "utf8"))).toMatchObject({ config: { "clinic:note": '{"secure":"v1"}' } });
  });

  it("that is missing is named, before anything is created for it", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder, "nowhere");
    const message = "--stack nowhere: there is no Pulumi.nowhere.yaml; give the name of a stack that has one, or --config-file";
    const source = join(folder.path, "Pulumi.nowhere.yaml");
    expect(() => { writeConfiguration(workspace, source, SALT); }).toThrow(new UsageError(message));
    expect(() => prepareStackFolder(workspace, folder.path, source)).toThrow(new UsageError(message));
    expect(statSync(workspace.folder).isDirectory()).toBe(true);
    expect(() => statSync(workspace.backend)).toThrow("ENOENT");
  });
});

describe("the folder in which a stack is created", () => {
  it("holds the project's name and nothing else, each time anew", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    const source = folder.file("Pulumi.dev.yaml", "config: {}\n");
    folder.file("home/dev/init/Pulumi.dev.yaml", "encryptionsalt: old\n");
    const made = prepareStackFolder(workspace, folder.path, source);
    expect(parse(readFileSync(join(made, "Pulumi.yaml"), "utf8"))).toEqual({ name: "clinic", runtime: "nodejs" });
    expect(() => statSync(join(made, "Pulumi.dev.yaml"))).toThrow("ENOENT");
    expect(statSync(workspace.backend).isDirectory()).toBe(true);
  });

  it("comes with a home for the engine, where a file keeps it from writing its log", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    prepareStackFolder(workspace, folder.path, folder.file("Pulumi.dev.yaml", "config: {}\n"));
    expect(workspace.engineHome).toBe(join(workspace.folder, "engine"));
    expect(statSync(join(workspace.engineHome, "logs")).isFile()).toBe(true);
  });

  it("keeps the salt for later runs; without it the stack has to start over", () => {
    using folder = new TemporaryFolder();
    const workspace = workspaceIn(folder);
    const damaged = new UsageError(`the sandbox's state in ${workspace.folder} is damaged; start over with "npm run sandbox -- reset --stack dev"`);
    expect(() => encryptionSalt(workspace)).toThrow(damaged);
    folder.file("home/dev/init/Pulumi.dev.yaml", "config: {}\n");
    expect(() => encryptionSalt(workspace)).toThrow(damaged);
    folder.file("home/dev/init/Pulumi.dev.yaml", `encryptionsalt: ${SALT}\n`);
    expect(encryptionSalt(workspace)).toBe(SALT);
  });
});
