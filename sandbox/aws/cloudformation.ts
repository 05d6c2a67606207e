import { CloudError } from "../cloud-error.ts";
import { inWordsOf } from "../references.ts";
import type { OutputContext, ResourceContext, ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { isList, isProperties, type Properties, textOf, type Value } from "../wire.ts";
import { role, topic } from "./references.ts";

/** CloudFormation stacks, as far as their templates hold what is known here. */
export const cloudformationModels: ResourceModels = {
  "aws:cloudformation/stack:Stack": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["disableRollback", "name", "onFailure", "timeoutInMinutes"],
    id: "arn:aws:cloudformation:{region}:{account}:stack/{name}/{uuid}",
    uniqueBy: ["name"],
    duplicateCode: "AlreadyExistsException",
    outputs: (context) => ({ outputs: stackOutputs(context) }),
    changedByUpdate: ["outputs"],
    references: { iamRoleArn: inWordsOf(role, "ValidationError", "Role {value} is invalid or cannot be assumed"), notificationArns: topic },
    validate: ({ inputs }) => { templateOf(inputs); },
  },
};

/** ARNs by resource type, for `Fn::GetAtt` of `Arn`. */
const ARNS: Readonly<Record<string, (name: string, context: ResourceContext, id: string) => string>> = {
  "AWS::Events::ApiDestination": (name, context, id) => `arn:aws:events:${context.region}:123456789012:api-destination/${name}/${uuid(context, id)}`,
  "AWS::Events::Connection": (name, context, id) => `arn:aws:events:${context.region}:123456789012:connection/${name}/${uuid(context, id)}`,
};

function templateOf(inputs: Properties): { readonly resources: Properties; readonly outputs: Properties } {
  const template = parsed(textOf(inputs["templateBody"]));
  const resources = membersOf(template["Resources"]);
  if (Object.keys(resources).length === 0) {
    throw new CloudError("ValidationError", "Template format error: At least one Resources member must be defined.");
  }
  for (const [id, resource] of Object.entries(resources)) {
    const type = textOf(membersOf(resource)["Type"]);
    if (ARNS[type] === undefined) {
      throw new CloudError("ValidationError", `the sandbox does not know ${type} of resource ${id} in a CloudFormation template; preview this stack against a real account`);
    }
  }
  return { resources, outputs: membersOf(template["Outputs"]) };
}

function stackOutputs(context: OutputContext): Properties {
  const { resources, outputs } = templateOf(context.inputs);
  return Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, valueOf(membersOf(output)["Value"], resources, context)]));
}

function valueOf(value: Value | undefined, resources: Properties, context: OutputContext): string {
  if (typeof value === "string") {
    return value;
  }
  const path = isProperties(value) ? value["Fn::GetAtt"] : undefined;
  const [id = "", attribute] = isList(path) ? path.map(textOf) : [];
  const { Type: type, Properties: properties } = membersOf(resources[id]);
  const arn = ARNS[textOf(type)];
  if (attribute !== "Arn" || arn === undefined) {
    throw new CloudError("ValidationError", `Template error: the sandbox cannot resolve the output ${JSON.stringify(value)}`);
  }
  return arn(textOf(membersOf(properties)["Name"] ?? id), context, id);
}

function membersOf(value: Value | undefined): Properties {
  return isProperties(value) ? value : {};
}

/** Text that is no JSON object holds no template that is known here. */
function parsed(text: string): Properties {
  try {
    return membersOf(JSON.parse(text));
  } catch {
    return {};
  }
}
