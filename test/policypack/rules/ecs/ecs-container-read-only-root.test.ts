import { ecsContainerReadOnlyRoot } from "../../../../policypack/rules/ecs/ecs-container-read-only-root.ts";
import { testRule } from "../../rule-tester.ts";

const task = (...containers: readonly object[]) => ({ containerDefinitions: JSON.stringify(containers) });
const writable = "a root file system that can be written";

testRule(ecsContainerReadOnlyRoot, {
  compliant: [
    { props: task({ name: "api", readonlyRootFilesystem: true }) },
    { type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition", props: { containerDefinitions: [{ name: "agent", readonlyRootFilesystem: true }] } },
  ],
  violating: [
    { why: "off", props: task({ readonlyRootFilesystem: true }, { readonlyRootFilesystem: false }), property: "containerDefinitions[1].readonlyRootFilesystem", found: writable },
    { why: "as AWS makes it", props: task({}), property: "containerDefinitions[0].readonlyRootFilesystem", found: writable },
    { why: "a daemon", fixture: { type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition" }, props: { containerDefinitions: [{}] }, property: "containerDefinitions[0].readonlyRootFilesystem", found: writable },
    { why: "not JSON", props: { containerDefinitions: "{" }, property: "containerDefinitions[0].readonlyRootFilesystem", found: writable },
  ],
  unknown: ["containerDefinitions"],
});
