import { defineRule } from "../../engine/rule.ts";

export const lambdaConcurrencyReserved = defineRule({
  name: "lambda-concurrency-reserved",
  description: "A function has a concurrency of its own, so that one cannot starve the others.",
  severity: "low",
  controls: ["lambda-concurrency"],
  citations: ["164.312(b)"],
  remediation: ["Set reservedConcurrentExecutions to the most that the function needs at once."],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
  resources: ["aws:lambda/function:Function"],
  check: ({ props }) => {
    // -1 is AWS's default: no limit but the account's.
    const reserved = props.number("reservedConcurrentExecutions") ?? -1;
    return reserved >= 0 ? [] : [{ property: "reservedConcurrentExecutions", found: "the account's", required: "a number" }];
  },
});
