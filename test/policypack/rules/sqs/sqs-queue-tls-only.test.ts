import { sqsQueueTlsOnly } from "../../../../policypack/rules/sqs/sqs-queue-tls-only.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const arn = "arn:aws:sqs:us-east-1:123456789012:alerts";
const denial = { Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: arn, Condition: { Bool: { "aws:SecureTransport": "false" } } };
const policy = (change: object) => JSON.stringify({ Version: "2012-10-17", Statement: [{ ...denial, ...change }] });
const changed = (why: string, change: object) => ({
  why,
  change: { tls: { props: { policy: policy(change) } } },
  blamed: "tls",
  property: "policy",
  found: "requests without TLS are not denied",
});
const subject = { type: "aws:sqs/queue:Queue", props: { name: "alerts" } };
const tls = { type: "aws:sqs/queuePolicy:QueuePolicy", props: { policy: policy({}) }, refs: { queueUrl: "subject.id" } };

testStackRule(sqsQueueTlsOnly, {
  compliant: [
    { subject, tls },
    { subject, tls: { ...tls, props: { policy: policy({ Action: ["sqs:SendMessage", "sqs:ReceiveMessage"], Principal: { AWS: "*" } }) } } },
    { subject: { ...subject, props: { name: "alerts", policy: policy({}) } } },
  ],
  violating: [
    { why: "no policy", change: { tls: null }, blamed: "subject", property: "policy", found: "no policy" },
    changed("an allowance", { Effect: "Allow" }),
    changed("another action", { Action: "sqs:AddPermission" }),
    changed("one principal", { Principal: { AWS: "arn:aws:iam::123456789012:role/app" } }),
  ],
  unknown: [["tls", "policy"]],
});
