import { ecsContainerLogged } from "../../../../policypack/rules/ecs/ecs-container-logged.ts";
import { testRule } from "../../rule-tester.ts";

const task = (...containers: readonly object[]) => ({ containerDefinitions: JSON.stringify(containers) });
const logConfiguration = { logDriver: "awslogs", options: { "awslogs-group": "/api" } };

testRule(ecsContainerLogged, {
  compliant: [
    { props: task({ name: "api", logConfiguration }) },
    { type: "aws:ecs/daemonTaskDefinition:DaemonTaskDefinition", props: { containerDefinitions: [{ name: "agent", logConfiguration }] } },
  ],
  violating: [
    { why: "no log", props: task({ logConfiguration }, { name: "worker" }), property: "containerDefinitions[1].logConfiguration.logDriver", found: "no log" },
    { why: "no driver", props: task({ logConfiguration: {} }), property: "containerDefinitions[0].logConfiguration.logDriver", found: "no log" },
    { why: "not JSON", props: { containerDefinitions: "{" }, property: "containerDefinitions[0].logConfiguration.logDriver", found: "no log" },
  ],
  unknown: ["containerDefinitions"],
});
