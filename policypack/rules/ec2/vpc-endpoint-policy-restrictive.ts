import { isGiven } from "../../engine/given-values.ts";
import { bindingConditions, restrictsCaller } from "../../engine/policy-document-conditions.ts";
import { coversEveryResource, namesAnyone, whollyCoveredServices } from "../../engine/policy-document-grants.ts";
import { judgeStatements } from "../../engine/policy-document.ts";
import { defineStackRule, type JudgedStack, type StackFinding, type StackResource } from "../../engine/rule.ts";

const POLICY = "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy";

function judgeEndpoint(stack: JudgedStack, endpoint: StackResource): readonly StackFinding[] {
  const isOfAws = endpoint.props.knownStrings("serviceName").some((name) => /^com\.amazonaws\.(?!vpce\.)/u.test(name));
  const isBesides = stack.referringTo(endpoint, "vpcEndpointId", POLICY).length > 0;
  if (!isOfAws || isBesides) {
    return [];
  }
  return isGiven(endpoint, "policy") ? judgePolicy(endpoint) : [{ urn: endpoint.urn, property: "policy", found: "nothing, so any call of anyone", required: "a policy" }];
}

function judgePolicy({ urn, props }: StackResource): readonly StackFinding[] {
  return judgeStatements(props, "policy", (statement, path) => {
    const { effect, conditions } = statement;
    const isHeld = restrictsCaller(conditions) || bindingConditions(conditions).some(({ key }) => key === "aws:resourceaccount" || key === "aws:resourceorgid");
    const isOpen = effect === "Allow" && namesAnyone(statement) && whollyCoveredServices(statement).length > 0 && coversEveryResource(statement) && !isHeld;
    return isOpen ? [{ property: path, found: "any call of anyone", required: "known accounts or resources" }] : [];
  }).map((finding) => ({ urn, ...finding }));
}

export const vpcEndpointPolicyRestrictive = defineStackRule({
  name: "vpc-endpoint-policy-restrictive",
  description: "An endpoint of an AWS service lets through calls of known accounts or to known resources, not any call of anyone.",
  severity: "medium",
  controls: ["vpc-endpoint-policy-restrictive"],
  citations: ["164.308(a)(4)(i)", "164.312(e)(1)"],
  remediation: [
    "Give the endpoint a policy that holds principals with aws:PrincipalAccount or aws:PrincipalOrgID, or resources with aws:ResourceAccount.",
  ],
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  resources: ["aws:ec2/vpcEndpoint:VpcEndpoint", "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy"],
  check: (stack) => [...stack.ofType("aws:ec2/vpcEndpoint:VpcEndpoint").flatMap((endpoint) => judgeEndpoint(stack, endpoint)), ...stack.ofType(POLICY).flatMap(judgePolicy)],
});
