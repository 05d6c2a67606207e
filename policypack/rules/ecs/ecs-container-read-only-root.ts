import { containersOf } from "../../engine/container-definitions.ts";
import { defineRule } from "../../engine/rule.ts";

export const ecsContainerReadOnlyRoot = defineRule({
  name: "ecs-container-read-only-root",
  description: "Containers cannot write to their own file system.",
  severity: "high",
  controls: ["ecs-readonly-root-filesystem"],
  citations: ["164.308(a)(5)(ii)(B)", "164.312(c)(1)"],
  remediation: [
    "Set readonlyRootFilesystem to true in the container definition, and mount a volume for what must be written.",
  ],
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html",
  resources: ["aws:ecs/taskDefinition:TaskDefinition", "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition"],
  check: ({ props }) =>
    containersOf(props)
      .filter((container) => container.boolean("readonlyRootFilesystem") !== true)
      .map((container) => ({ property: container.pathOf("readonlyRootFilesystem"), found: "a root file system that can be written", required: "true" })),
});
