import { containersOf } from "../../engine/container-definitions.ts";
import { defineRule } from "../../engine/rule.ts";

export const ecsTaskHostNetworkUser = defineRule({
  name: "ecs-task-host-network-user",
  description: "A container on the network of its host runs as a user of its own, unless it says that it is privileged.",
  severity: "high",
  controls: ["ecs-host-mode-user"],
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: ['Set user to a user other than root in the container definition, or use networkMode "awsvpc".'],
  url: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html",
  resources: ["aws:ecs/taskDefinition:TaskDefinition"],
  check: ({ props }) => {
    if (props.string("networkMode") !== "host") {
      return { notApplicable: "the task has a network of its own" };
    }
    return containersOf(props).flatMap((container) => {
      const user = container.string("user") ?? "root";
      const isRoot = user === "root" || user.startsWith("root:") || /^0+(?::|$)/u.test(user);
      return isRoot && container.boolean("privileged") !== true
        ? [{ property: container.pathOf("user"), found: "root on the network of the host", required: "a user other than root" }]
        : [];
    });
  },
});
