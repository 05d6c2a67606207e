import { snsTopicTlsOnly } from "../../../../policypack/rules/sns/sns-topic-tls-only.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const arn = "arn:aws:sns:us-east-1:123456789012:alerts";
const denial = { Effect: "Deny", Principal: "*", Action: "sns:*", Resource: arn, Condition: { Bool: { "aws:SecureTransport": "false" } } };
const policy = (change: object) => JSON.stringify({ Version: "2012-10-17", Statement: [{ ...denial, ...change }] });
const changed = (why: string, change: object) => ({
  why,
  change: { tls: { props: { policy: policy(change) } } },
  blamed: "tls",
  property: "policy",
  found: "requests without TLS are not denied",
});
const subject = { type: "aws:sns/topic:Topic", props: { name: "alerts" } };
const tls = { type: "aws:sns/topicPolicy:TopicPolicy", props: { policy: policy({}) }, refs: { arn: "subject.arn" } };

testStackRule(snsTopicTlsOnly, {
  compliant: [
    { subject, tls },
    { subject, tls: { ...tls, props: { policy: policy({ Action: ["sns:Publish"], Principal: { AWS: "*" } }) } } },
    { subject: { ...subject, props: { name: "alerts", policy: policy({}) } } },
    { subject, tls, subscription: { type: "aws:sns/topicSubscription:TopicSubscription", props: { protocol: "https" }, refs: { topic: "subject.arn" } } },
  ],
  violating: [
    { why: "no policy", change: { tls: null }, blamed: "subject", property: "policy", found: "no policy" },
    changed("an allowance", { Effect: "Allow" }),
    changed("another action", { Action: "sns:AddPermission" }),
    changed("one principal", { Principal: { AWS: "arn:aws:iam::123456789012:role/app" } }),
    {
      why: "a subscription in the clear",
      change: { subscription: { type: "aws:sns/topicSubscription:TopicSubscription", props: { protocol: "http" } } },
      blamed: "subscription",
      property: "protocol",
      found: "http",
    },
  ],
  unknown: [["tls", "policy"]],
});
