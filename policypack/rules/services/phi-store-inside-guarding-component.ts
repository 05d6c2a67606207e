import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import { defineStackRule, type StackResource } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

const GUARDS = ["PhiDataStore", "PhiReplica", "RecordsStore", "AuditTrail", "DrVault", "KeyRing", "Identity", "PatientRecords"].map((name) => `hipaa:index:${name}`);

export const phiStoreInsideGuardingComponent = defineStackRule({
  name: "phi-store-inside-guarding-component",
  description: "Stores tagged as holding PHI are made by a component that guards them, never beside one.",
  severity: "high",
  citations: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.312(c)(1)"],
  controls: [],
  remediation: ["Create the store through PhiDataStore or another guarding component, or with that component as its parent.", "Name components of your own in the parameter components of the rule."],
  url: "https://www.pulumi.com/docs/iac/concepts/components/",
  parameters: { components: { description: "Types of the components that guard PHI.", default: GUARDS } },
  resources: DATA_STORE_TYPES,
  check: (stack, settings) => {
    const guards = settings.strings("components");
    const byUrn = new Map(stack.resources.map((resource) => [resource.urn, resource]));
    const isGuarded = (resource: StackResource | undefined): boolean =>
      resource !== undefined && (guards.includes(resource.type) || isGuarded(resource.parentUrn === undefined ? undefined : byUrn.get(resource.parentUrn)));
    return stack
      .ofType(...DATA_STORE_TYPES)
      .filter((store) => holds(store.props, "phi") && !isGuarded(store))
      .map(({ urn }) => ({ urn, property: "(option) parent", found: "no guarding component", required: guards.join(" or ") }));
  },
});
