/** One step of a request: a resource that names the next one. */
export interface Hop {
  /** What happens, in words. */
  readonly says: string;
  /** Type of the resource that names the other. */
  readonly from: string;
  /** Input that names it. */
  readonly property: string;
  /** Type of the resource that is named. */
  readonly to: string;
}

/**
 * The way of a request from a person to the workloads (S1-01), as resources name each other. From the
 * workloads on it is the network's and the stores'.
 */
export const REQUEST_PATH: readonly Hop[] = [
  { says: "people sign in to an application of the user pool", from: "aws:cognito/userPoolClient:UserPoolClient", property: "userPoolId", to: "aws:cognito/userPool:UserPool" },
  { says: "the web ACL looks at sign-ins", from: "aws:wafv2/webAclAssociation:WebAclAssociation", property: "resourceArn", to: "aws:cognito/userPool:UserPool" },
  { says: "the web ACL looks at requests", from: "aws:wafv2/webAclAssociation:WebAclAssociation", property: "resourceArn", to: "aws:apigateway/stage:Stage" },
  { says: "the association is with the web ACL", from: "aws:wafv2/webAclAssociation:WebAclAssociation", property: "webAclArn", to: "aws:wafv2/webAcl:WebAcl" },
  { says: "the stage serves the API", from: "aws:apigateway/stage:Stage", property: "restApi", to: "aws:apigateway/restApi:RestApi" },
  { says: "each method asks the authorizer", from: "aws:apigateway/method:Method", property: "authorizerId", to: "aws:apigateway/authorizer:Authorizer" },
  { says: "the authorizer asks the user pool", from: "aws:apigateway/authorizer:Authorizer", property: "providerArns", to: "aws:cognito/userPool:UserPool" },
  { says: "the integration enters the VPC by the link", from: "aws:apigateway/integration:Integration", property: "connectionId", to: "aws:apigatewayv2/vpcLink:VpcLink" },
  { says: "and goes to the load balancer", from: "aws:apigateway/integration:Integration", property: "integrationTarget", to: "aws:lb/loadBalancer:LoadBalancer" },
  { says: "whose group admits the link's group", from: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", property: "referencedSecurityGroupId", to: "aws:ec2/securityGroup:SecurityGroup" },
  { says: "the load balancer listens", from: "aws:lb/listener:Listener", property: "loadBalancerArn", to: "aws:lb/loadBalancer:LoadBalancer" },
  { says: "and forwards to the workloads of the cluster", from: "aws:lb/listener:Listener", property: "defaultActions", to: "aws:lb/targetGroup:TargetGroup" },
];
