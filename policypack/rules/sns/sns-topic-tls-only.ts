import { deniesInsecureTransport } from "../../engine/policy-document-grants.ts";
import { documentOf, type PolicyDocument } from "../../engine/policy-document.ts";
import { defineStackRule } from "../../engine/rule.ts";

const ACTIONS = ["sns:Publish"];

function refusesPlain(document: PolicyDocument | undefined): boolean {
  const statements = document?.kind === "document" ? document.statements : [];
  const [resource = "*"] = statements.flatMap(({ resources }) => resources ?? []);
  return deniesInsecureTransport(statements, ACTIONS, [resource]);
}

export const snsTopicTlsOnly = defineStackRule({
  name: "sns-topic-tls-only",
  description: "Topics refuse messages that come without TLS, and no subscription is delivered in the clear.",
  severity: "medium",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: ["sns-tls-only"],
  remediation: ['Add a TopicPolicy that denies sns:Publish to principal "*" when "aws:SecureTransport" is "false". Subscribe by https, never http.'],
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
  resources: ["aws:sns/topic:Topic", "aws:sns/topicSubscription:TopicSubscription"],
  check: (stack) => [
    ...stack.ofType("aws:sns/topic:Topic").flatMap((subject) => {
      const policies = [...stack.referringTo(subject, "arn", "aws:sns/topicPolicy:TopicPolicy"), ...(subject.props.isKnown("policy") ? [subject] : [])];
      const refused = policies.some(({ props }) => refusesPlain(documentOf(props, "policy")));
      const found = policies.length === 0 ? "no policy" : "requests without TLS are not denied";
      return refused ? [] : [{ urn: policies[0]?.urn ?? subject.urn, property: "policy", found, required: "a policy that denies them" }];
    }),
    ...stack.ofType("aws:sns/topicSubscription:TopicSubscription").flatMap(({ urn, props }) =>
      props.string("protocol") === "http" ? [{ urn, property: "protocol", found: "http", required: '"https"' }] : [],
    ),
  ],
});
