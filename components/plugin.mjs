// What the engine starts where a program of another language, or another package, uses the components.
// A file of its own, because the SDK's plugin runner would put its own compiler before a `.ts` file.
import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { componentProvider } from "./component-provider.ts";
import * as components from "./index.ts";

const schema = readFileSync(new URL("schema.json", import.meta.url), "utf8");
void pulumi.provider.main(componentProvider(components, schema), process.argv.slice(2));
