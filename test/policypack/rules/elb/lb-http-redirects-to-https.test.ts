import { lbHttpRedirectsToHttps } from "../../../../policypack/rules/elb/lb-http-redirects-to-https.ts";
import { testRule } from "../../rule-tester.ts";

const listener = (action: object, change: object = {}) => ({ port: 80, protocol: "HTTP", defaultActions: [action], ...change });
const redirect = { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } };

testRule(lbHttpRedirectsToHttps, {
  compliant: [{ props: listener(redirect) }, { type: "aws:alb/listener:Listener", props: listener(redirect, { protocol: undefined }) }],
  violating: [
    { why: "forwards", props: listener({ type: "forward", targetGroupArn: "arn" }), property: "defaultActions[0].type", found: "forward over HTTP" },
    { why: "forwards by default", props: { ...listener({ type: "forward" }), protocol: undefined }, property: "defaultActions[0].type", found: "forward over HTTP" },
    { why: "redirects to HTTP", props: listener({ type: "redirect", redirect: { protocol: "HTTP" } }), property: "defaultActions[0].type", found: "redirect over HTTP" },
    { why: "redirects to the same protocol", props: listener({ type: "redirect", redirect: { port: "443" } }), property: "defaultActions[0].type", found: "redirect over HTTP" },
  ],
  unknown: ["protocol", "defaultActions", "defaultActions[0].type"],
  notApplicable: [{ why: "HTTPS", props: listener({ type: "forward" }, { protocol: "HTTPS" }) }, { why: "a gateway load balancer", props: { protocol: undefined, port: undefined } }],
});
