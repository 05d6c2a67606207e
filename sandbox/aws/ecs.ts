import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely } from "../references.ts";
import { ACCOUNT, type ResourceContext, type ResourceModels } from "../resource-model.ts";
import { textOf } from "../wire.ts";
import { role } from "./references.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const taskRole = inWordsOf(loosely(role), "ClientException", "Role is not valid: {value}");

export const ecsModels: ResourceModels = {
  [TASK]: {
    naming: false,
    replaceOn: ["containerDefinitions", "cpu", "enableFaultInjection", "ephemeralStorage", "executionRoleArn", "family", "ipcMode", "memory", "networkMode", "pidMode", "placementConstraints", "proxyConfiguration",
      "requiresCompatibilities", "runtimePlatform", "taskRoleArn", "volumes"],
    defaults: { skipDestroy: false, trackLatest: false },
    // The provider's id is the family, which all revisions share; a revision is told from the next by its number.
    id: (context) => `${textOf(context.inputs["family"])}:${String(nextRevision(context))}`,
    arn: "arn:aws:ecs:{region}:{account}:task-definition/{id}",
    outputs: ({ id, inputs, region }) => ({
      arnWithoutRevision: `arn:aws:ecs:${region}:${ACCOUNT}:task-definition/${textOf(inputs["family"])}`, enableFaultInjection: false, networkMode: "bridge", revision: Number(id.split(":").at(-1)),
    }),
    references: { executionRoleArn: taskRole, taskRoleArn: taskRole },
    validate: refuseContainers,
  },
};

function nextRevision({ inputs, inventory, region }: ResourceContext): number {
  const revisions = inventory.ofType(TASK).filter((found) => found.region === region && found.inputs["family"] === inputs["family"]).map(({ outputs }) => Number(outputs["revision"]));
  return Math.max(0, ...revisions) + 1;
}

/** ECS takes a list of at least one container. */
function refuseContainers({ inputs }: ResourceContext): void {
  if (containersIn(textOf(inputs["containerDefinitions"])) === 0) {
    throw new CloudError("ClientException", "containerDefinitions must be a JSON list of at least one container");
  }
}

function containersIn(text: string): number {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.length : 0;
  } catch {
    return 0;
  }
}
