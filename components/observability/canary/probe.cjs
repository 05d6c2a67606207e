"use strict";
// Runs in CloudWatch Synthetics. Looks at the status alone: the answer of a records API could hold PHI,
// so its body is neither read nor kept, and Synthetics' own HTTP steps, which keep it, are not used.
const target = require("./target.json");

exports.handler = async () => {
  const started = Date.now();
  const response = await fetch(target.url, { redirect: "manual", signal: AbortSignal.timeout(target.timeoutMs) });
  await response.body?.cancel();
  if (response.status !== target.expectedStatus) {
    throw new Error(`answered with status ${String(response.status)}, not ${String(target.expectedStatus)}`);
  }
  return `answered with status ${String(response.status)} after ${String(Date.now() - started)} ms`;
};
