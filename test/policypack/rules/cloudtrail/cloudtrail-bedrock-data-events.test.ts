import { cloudtrailBedrockDataEvents } from "../../../../policypack/rules/cloudtrail/cloudtrail-bedrock-data-events.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const select = (...types: readonly string[]) => ({
  advancedEventSelectors: types.map((type) => ({ fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }, { field: "resources.type", equals: [type] }] })),
});
const trail = { type: "aws:cloudtrail/trail:Trail", props: select("AWS::Bedrock::Guardrail") };
const guardrail = { type: "aws:bedrock/guardrail:Guardrail", props: { name: "phi" } };
const alias = { type: "aws:bedrock/agentAgentAlias:AgentAgentAlias", props: { agentAliasName: "triage" } };
const base = { type: "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase", props: { name: "records" } };

testStackRule(cloudtrailBedrockDataEvents, {
  compliant: [
    { trail, guardrail },
    { trail: { ...trail, props: select("AWS::Bedrock::Guardrail", "AWS::Bedrock::KnowledgeBase") }, guardrail, base },
    { trail: { ...trail, props: select("AWS::Bedrock::AgentAlias") }, alias },
    { trail: { ...trail, props: {} }, second: trail, guardrail },
  ],
  violating: [
    { why: "no data events", change: { trail: { props: { advancedEventSelectors: undefined } } }, blamed: "trail", property: "advancedEventSelectors", found: "no events of AWS::Bedrock::Guardrail" },
    { why: "one kind missing", change: { base }, blamed: "trail", property: "advancedEventSelectors", found: "no events of AWS::Bedrock::KnowledgeBase" },
    { why: "two kinds missing", change: { base, alias }, blamed: "trail", property: "advancedEventSelectors", found: "no events of AWS::Bedrock::AgentAlias, AWS::Bedrock::KnowledgeBase" },
  ],
  unknown: [["trail", "advancedEventSelectors"]],
  notApplicable: [{ why: "nothing of Bedrock", change: { guardrail: null } }],
});
