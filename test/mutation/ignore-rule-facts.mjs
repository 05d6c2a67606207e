// @ts-check
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/**
 * What a rule says of itself and never judges by. The gate holds each word of it: docs/policies.md and
 * docs/controls.csv are generated from it and compared, and pinned-rules.txt lists names and levels.
 */
const FACTS = new Set(["name", "description", "severity", "level", "citations", "controls", "remediation", "url"]);
const DECLARATIONS = new Set(["defineRule", "defineStackRule"]);

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "rule-facts", {
    shouldIgnore(path) {
      if (path.isObjectProperty() !== true || !FACTS.has(String(Reflect.get(path.node.key, "name")))) {
        return undefined;
      }
      const call = path.findParent((parent) => parent.isCallExpression() === true && DECLARATIONS.has(String(Reflect.get(parent.node.callee, "name"))));
      const inside = path.findParent((parent) => parent.isFunction());
      return call !== null && (inside === null || inside.isAncestor(call) === true) ? "told by the generated pages and the pinned list, which the gate compares" : undefined;
    },
  }),
];
