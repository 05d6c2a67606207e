import { deniesInsecureTransport } from "../../engine/policy-document-grants.ts";
import { documentOf, type PolicyDocument } from "../../engine/policy-document.ts";
import { defineStackRule } from "../../engine/rule.ts";

const ACTIONS = ["sqs:SendMessage", "sqs:ReceiveMessage"];

function refusesPlain(document: PolicyDocument | undefined): boolean {
  const statements = document?.kind === "document" ? document.statements : [];
  const [resource = "*"] = statements.flatMap(({ resources }) => resources ?? []);
  return deniesInsecureTransport(statements, ACTIONS, [resource]);
}

export const sqsQueueTlsOnly = defineStackRule({
  name: "sqs-queue-tls-only",
  description: "Queues refuse requests that come without TLS.",
  severity: "medium",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: ["sqs-tls-only"],
  remediation: ['Add a QueuePolicy that denies sqs:SendMessage and sqs:ReceiveMessage to principal "*" when "aws:SecureTransport" is "false".'],
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
  resources: ["aws:sqs/queue:Queue"],
  check: (stack) => 
    stack.ofType("aws:sqs/queue:Queue").flatMap((subject) => {
      const policies = [...stack.referringTo(subject, "queueUrl", "aws:sqs/queuePolicy:QueuePolicy"), ...(subject.props.isKnown("policy") ? [subject] : [])];
      const refused = policies.some(({ props }) => refusesPlain(documentOf(props, "policy")));
      const found = policies.length === 0 ? "no policy" : "requests without TLS are not denied";
      return refused ? [] : [{ urn: policies[0]?.urn ?? subject.urn, property: "policy", found, required: "a policy that denies them" }];
    }),
});
