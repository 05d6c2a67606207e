import { defineStackRule } from "../../engine/rule.ts";
import { recordsDataEvents, TRAIL } from "../../engine/trail-events.ts";

/** What CloudTrail calls the things whose use is a data event. */
const EVENTS: Readonly<Record<string, string>> = {
  "aws:bedrock/guardrail:Guardrail": "AWS::Bedrock::Guardrail",
  "aws:bedrock/agentAgentAlias:AgentAgentAlias": "AWS::Bedrock::AgentAlias",
  "aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase": "AWS::Bedrock::KnowledgeBase",
};

export const cloudtrailBedrockDataEvents = defineStackRule({
  name: "cloudtrail-bedrock-data-events",
  description: "In a stack with guardrails, agents or knowledge bases of Bedrock, some trail records their use.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: ["cloudtrail-bedrock-events"],
  remediation: [
    "Give the trail event selectors for data events of AWS::Bedrock::Guardrail, AWS::Bedrock::AgentAlias and AWS::Bedrock::KnowledgeBase, as far as the stack has them.",
  ],
  url: "https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: (stack) => {
    const trails = stack.ofType(TRAIL);
    const [first] = trails;
    const used = Object.entries(EVENTS).filter(([type]) => stack.ofType(type).length > 0);
    if (first === undefined || used.length === 0) {
      return { notApplicable: "the stack has no guardrail, agent or knowledge base" };
    }
    const missing = used.map(([, event]) => event).filter((event) => !trails.some((trail) => recordsDataEvents(stack, trail, event)));
    return missing.length === 0 ? [] : [{ urn: first.urn, property: "advancedEventSelectors", found: `no events of ${missing.join(", ")}`, required: "data events of each" }];
  },
});
