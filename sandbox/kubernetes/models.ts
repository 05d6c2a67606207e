import type { CloudResource } from "../inventory.ts";
import type { LiveContext, ResourceModel } from "../resource-model.ts";
import { sameValue } from "../wire.ts";
import { refuseObject } from "./admission.ts";
import { markOf, RELEASE, textIn } from "./cluster.ts";
import { isClusterWide, type Kind, kindOf, replacingInputs } from "./kinds.ts";
import { checkedObject, isAutonamed } from "./object-check.ts";
import { objectState } from "./object-state.ts";
import { releaseModel } from "./release.ts";

/**
 * How the Kubernetes provider treats a type. One model serves every kind of object, custom ones too; what
 * differs between kinds are tables. The switches enableConfigMapMutable and enableSecretMutable of the
 * provider are taken to be off, as they are by default.
 * @returns undefined for components, such as charts and files of YAML, which the provider takes apart itself
 */
export function kubernetesModel(type: string): ResourceModel | undefined {
  const kind = kindOf(type);
  return type === RELEASE ? releaseModel : (kind === undefined ? undefined : objectModel(kind));
}

function objectModel(kind: Kind): ResourceModel {
  return {
    naming: false,
    check: (request, settings) => checkedObject(kind, request, settings),
    keepsName: (olds, news) => !isAutonamed(news) && (["name", "namespace"] as const).every((field) => sameValue(markOf(olds, field), markOf(news, field))),
    replaceOn: replacingInputs(kind),
    id: ({ inputs }) => (isClusterWide(kind) || markOf(inputs, "namespace") === "" ? markOf(inputs, "name") : `${markOf(inputs, "namespace")}/${markOf(inputs, "name")}`),
    duplicateCode: "AlreadyExists",
    outputs: (context) => objectState(kind, context),
    validate: (context) => { refuseObject(kind, context); },
    alsoDeletes: (context) => containedIn(kind, context),
  };
}

/** A namespace goes with everything in it, and the definition of a kind with every object of that kind. */
function containedIn({ kind, patch }: Kind, { id, inputs, inventory, region }: LiveContext): readonly CloudResource[] {
  const here = patch ? [] : [...inventory.all()].filter((object) => object.region === region && object.type.startsWith("kubernetes:"));
  switch (kind) {
    case "Namespace":
      return here.filter((object) => markOf(object.inputs, "namespace") === id || (object.type === RELEASE && object.inputs["namespace"] === id));
    case "CustomResourceDefinition":
      return here.filter(({ type }) => type.startsWith(`kubernetes:${textIn(inputs, "spec", "group")}/`) && type.endsWith(`:${textIn(inputs, "spec", "names", "kind")}`));
    default:
      return [];
  }
}
