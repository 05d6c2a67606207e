import packageJson from "./package.json" with { type: "json" };
import { rules } from "./rules/index.ts";
import { endWithEngine } from "./serving/end-with-engine.ts";
import { servePack } from "./serving/serve.ts";

endWithEngine();
servePack({
  name: "hipaa",
  version: packageJson.version,
  displayName: "HIPAA Security Rule for AWS",
  description: "Blocks what would not stand up to the HIPAA Security Rule before it is created.",
}, rules);
