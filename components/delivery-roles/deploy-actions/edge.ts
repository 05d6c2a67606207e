import type { ServiceActions } from "./service-actions.ts";

const TAGS = "ListTagsForResource TagResource UntagResource";
/** API Gateway's actions are HTTP methods. */
const REST = "DELETE GET PATCH POST PUT";

/** What people and their browsers meet: sign-in, APIs, firewall, delivery, names. */
export const edgeActions: readonly ServiceActions[] = [
  {
    service: "apigateway",
    resources: ["apigateway:*::/account", "apigateway:*::/clientcertificates*", "apigateway:*::/domainnames*", "apigateway:*::/restapis*", "apigateway:*::/tags/*", "apigateway:*::/usageplans*", "apigateway:*::/v2/*",
      "apigateway:*::/vpclinks*"],
    types: {
      "aws:apigateway/account:Account": "GET PATCH pass:apigateway.amazonaws.com",
      "aws:apigateway/authorizer:Authorizer": REST,
      "aws:apigateway/basePathMapping:BasePathMapping": REST,
      "aws:apigateway/clientCertificate:ClientCertificate": REST,
      "aws:apigateway/deployment:Deployment": REST,
      "aws:apigateway/domainName:DomainName": REST,
      "aws:apigateway/integration:Integration": REST,
      "aws:apigateway/integrationResponse:IntegrationResponse": REST,
      "aws:apigateway/method:Method": REST,
      "aws:apigateway/methodResponse:MethodResponse": REST,
      "aws:apigateway/methodSettings:MethodSettings": REST,
      "aws:apigateway/model:Model": REST,
      "aws:apigateway/requestValidator:RequestValidator": REST,
      "aws:apigateway/resource:Resource": REST,
      "aws:apigateway/response:Response": REST,
      "aws:apigateway/restApi:RestApi": `${REST} UpdateRestApiPolicy`,
      "aws:apigateway/restApiPolicy:RestApiPolicy": `${REST} UpdateRestApiPolicy`,
      "aws:apigateway/stage:Stage": `${REST} SetWebACL`,
      "aws:apigateway/usagePlan:UsagePlan": REST,
      "aws:apigateway/vpcLink:VpcLink": `${REST} ec2:CreateVpcEndpointServiceConfiguration ec2:DeleteVpcEndpointServiceConfigurations ec2:DescribeVpcEndpointServiceConfigurations ec2:ModifyVpcEndpointServicePermissions linked:ops.apigateway.amazonaws.com`,
      "aws:apigatewayv2/vpcLink:VpcLink": `${REST} linked:ops.apigateway.amazonaws.com`,
    },
  },
  {
    service: "wafv2",
    resources: ["wafv2:*:{account}:*/*/*/*", "apigateway:*::/restapis/*", "elasticloadbalancing:*:{account}:loadbalancer/*", "cognito-idp:*:{account}:userpool/*"],
    anywhere: "ListWebACLs",
    types: {
      "aws:wafv2/ipSet:IpSet": `CreateIPSet DeleteIPSet GetIPSet UpdateIPSet ${TAGS}`,
      "aws:wafv2/regexPatternSet:RegexPatternSet": `CreateRegexPatternSet DeleteRegexPatternSet GetRegexPatternSet UpdateRegexPatternSet ${TAGS}`,
      "aws:wafv2/webAcl:WebAcl": `CreateWebACL DeleteWebACL GetWebACL ListWebACLs UpdateWebACL ${TAGS}`,
      "aws:wafv2/webAclAssociation:WebAclAssociation": "AssociateWebACL DisassociateWebACL GetWebACL GetWebACLForResource",
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": "DeleteLoggingConfiguration GetLoggingConfiguration PutLoggingConfiguration linked:wafv2.amazonaws.com logs:CreateLogDelivery logs:DeleteLogDelivery logs:DescribeResourcePolicies logs:PutResourcePolicy",
    },
  },
  {
    service: "cloudfront",
    resources: ["cloudfront::{account}:*"],
    anywhere: "CreateCachePolicy CreateDistribution CreateFunction CreateMonitoringSubscription CreateOriginAccessControl CreateOriginRequestPolicy CreateResponseHeadersPolicy DeleteMonitoringSubscription GetMonitoringSubscription",
    types: {
      "aws:cloudfront/cachePolicy:CachePolicy": "CreateCachePolicy DeleteCachePolicy GetCachePolicy UpdateCachePolicy",
      "aws:cloudfront/distribution:Distribution": `CreateDistribution DeleteDistribution GetDistribution UpdateDistribution ${TAGS}`,
      "aws:cloudfront/function:Function": "CreateFunction DeleteFunction DescribeFunction GetFunction PublishFunction UpdateFunction",
      "aws:cloudfront/monitoringSubscription:MonitoringSubscription": "CreateMonitoringSubscription DeleteMonitoringSubscription GetMonitoringSubscription",
      "aws:cloudfront/originAccessControl:OriginAccessControl": "CreateOriginAccessControl DeleteOriginAccessControl GetOriginAccessControl UpdateOriginAccessControl",
      "aws:cloudfront/originRequestPolicy:OriginRequestPolicy": "CreateOriginRequestPolicy DeleteOriginRequestPolicy GetOriginRequestPolicy UpdateOriginRequestPolicy",
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": "CreateResponseHeadersPolicy DeleteResponseHeadersPolicy GetResponseHeadersPolicy UpdateResponseHeadersPolicy",
    },
  },
  {
    service: "cognito-idp",
    resources: ["cognito-idp:*:{account}:userpool/*"],
    anywhere: "CreateUserPool",
    types: {
      "aws:cognito/identityProvider:IdentityProvider": "CreateIdentityProvider DeleteIdentityProvider DescribeIdentityProvider UpdateIdentityProvider",
      "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration": "GetLogDeliveryConfiguration SetLogDeliveryConfiguration logs:CreateLogDelivery logs:DeleteLogDelivery logs:DescribeResourcePolicies logs:PutResourcePolicy",
      "aws:cognito/managedLoginBranding:ManagedLoginBranding": "CreateManagedLoginBranding DeleteManagedLoginBranding DescribeManagedLoginBranding UpdateManagedLoginBranding",
      "aws:cognito/resourceServer:ResourceServer": "CreateResourceServer DeleteResourceServer DescribeResourceServer UpdateResourceServer",
      "aws:cognito/riskConfiguration:RiskConfiguration": "DescribeRiskConfiguration SetRiskConfiguration",
      "aws:cognito/userGroup:UserGroup": "CreateGroup DeleteGroup GetGroup UpdateGroup pass:cognito-idp.amazonaws.com",
      "aws:cognito/userPool:UserPool": `AddCustomAttributes CreateUserPool DeleteUserPool DescribeUserPool GetUserPoolMfaConfig SetUserPoolMfaConfig UpdateUserPool ${TAGS} pass:cognito-idp.amazonaws.com`,
      "aws:cognito/userPoolClient:UserPoolClient": "CreateUserPoolClient DeleteUserPoolClient DescribeUserPoolClient UpdateUserPoolClient",
      "aws:cognito/userPoolDomain:UserPoolDomain": "CreateUserPoolDomain DeleteUserPoolDomain DescribeUserPoolDomain UpdateUserPoolDomain",
      "aws:cognito/userPoolUICustomization:UserPoolUICustomization": "GetUICustomization SetUICustomization",
    },
  },
  {
    service: "acm",
    resources: ["acm:*:{account}:certificate/*"],
    anywhere: "RequestCertificate",
    types: { "aws:acm/certificate:Certificate": "AddTagsToCertificate DeleteCertificate DescribeCertificate GetCertificate ListTagsForCertificate RemoveTagsFromCertificate RequestCertificate UpdateCertificateOptions" },
  },
  {
    service: "route53",
    resources: ["route53:::change/*", "route53:::healthcheck/*", "route53:::hostedzone/*"],
    anywhere: "CreateHealthCheck CreateHostedZone",
    types: {
      "aws:route53/healthCheck:HealthCheck": "ChangeTagsForResource CreateHealthCheck DeleteHealthCheck GetHealthCheck ListTagsForResource UpdateHealthCheck",
      "aws:route53/record:Record": "ChangeResourceRecordSets GetChange GetHostedZone ListResourceRecordSets",
      "aws:route53/zone:Zone": `AssociateVPCWithHostedZone ChangeResourceRecordSets ChangeTagsForResource CreateHostedZone DeleteHostedZone DisassociateVPCFromHostedZone GetChange GetDNSSEC GetHostedZone ListResourceRecordSets
        ListTagsForResource UpdateHostedZoneComment`,
    },
  },
  {
    service: "route53resolver",
    resources: ["route53resolver:*:{account}:*"],
    anywhere: "GetResolverQueryLogConfigAssociation ListFirewallConfigs",
    types: {
      "aws:route53/resolverFirewallConfig:ResolverFirewallConfig": "GetFirewallConfig ListFirewallConfigs UpdateFirewallConfig ec2:DescribeVpcs",
      "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig": `CreateResolverQueryLogConfig DeleteResolverQueryLogConfig GetResolverQueryLogConfig ${TAGS} linked:route53resolver.amazonaws.com logs:CreateLogDelivery
        logs:DeleteLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:PutResourcePolicy`,
      "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation": "AssociateResolverQueryLogConfig DisassociateResolverQueryLogConfig GetResolverQueryLogConfigAssociation ec2:DescribeVpcs",
    },
  },
];
