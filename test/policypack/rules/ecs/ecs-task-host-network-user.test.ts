import { ecsTaskHostNetworkUser } from "../../../../policypack/rules/ecs/ecs-task-host-network-user.ts";
import { testRule } from "../../rule-tester.ts";

const task = (...containers: readonly object[]) => ({ networkMode: "host", containerDefinitions: JSON.stringify(containers) });
const root = "root on the network of the host";

testRule(ecsTaskHostNetworkUser, {
  compliant: [
    { props: task({ name: "api", user: "1000" }) },
    { props: task({ name: "api", user: "app:root:" }) },
    { props: task({ name: "api", user: "01000" }) },
    { props: task({ name: "agent", privileged: true }) },
  ],
  violating: [
    { why: "root", props: task({ user: "root" }), property: "containerDefinitions[0].user", found: root },
    ...["root:staff", "0", "00", "000:1000"].map((user) => ({ why: user, props: task({ user }), property: "containerDefinitions[0].user", found: root })),
    { why: "root by number", props: task({ user: "1000" }, { user: "0:0", privileged: false }), property: "containerDefinitions[1].user", found: root },
    { why: "the user of the image", props: task({}), property: "containerDefinitions[0].user", found: root },
    { why: "not JSON", props: { containerDefinitions: "[" }, property: "containerDefinitions[0].user", found: root },
  ],
  unknown: ["networkMode", "containerDefinitions"],
  notApplicable: [{ why: "a network of its own", props: { networkMode: "awsvpc" } }],
});
