import { containersOf } from "../../engine/container-definitions.ts";
import { defineRule } from "../../engine/rule.ts";

export const ecsContainerLogged = defineRule({
  name: "ecs-container-logged",
  description: "Containers of ECS tasks send what they write to a log.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: [],
  remediation: ["Set logConfiguration with a logDriver on every container."],
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html",
  resources: ["aws:ecs/taskDefinition:TaskDefinition", "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition"],
  check: ({ props }) =>
    containersOf(props)
      .filter((container) => (container.has("logConfiguration") ? container.object("logConfiguration") : undefined)?.has("logDriver") !== true)
      .map((container) => ({ property: container.pathOf("logConfiguration.logDriver"), found: "no log", required: "a log driver" })),
});
