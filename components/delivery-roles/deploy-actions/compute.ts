import type { ServiceActions } from "./service-actions.ts";

const TAGS = "CreateTags DeleteTags";
const INTERFACES = "DescribeNetworkInterfaces";
const RULES = "DescribeSecurityGroupRules DescribeSecurityGroups ModifySecurityGroupRules";

/** Networks, machines and clusters. Ids of EC2 are made by AWS, so that the account is the only bound. */
export const computeActions: readonly ServiceActions[] = [
  {
    service: "ec2",
    resources: ["ec2:*:{account}:*", "ec2:*::image/*"],
    anywhere: "DisableEbsEncryptionByDefault DisableImageBlockPublicAccess DisableSerialConsoleAccess DisableSnapshotBlockPublicAccess EnableEbsEncryptionByDefault "
      + "EnableImageBlockPublicAccess EnableSerialConsoleAccess EnableSnapshotBlockPublicAccess GetEbsDefaultKmsKeyId GetEbsEncryptionByDefault GetImageBlockPublicAccessState "
      + "GetInstanceMetadataDefaults GetSerialConsoleAccessStatus GetSnapshotBlockPublicAccessState ModifyEbsDefaultKmsKeyId ModifyInstanceMetadataDefaults ModifyVpcBlockPublicAccessOptions "
      + "ResetEbsDefaultKmsKeyId",
    types: {
      "aws:ebs/defaultKmsKey:DefaultKmsKey": "GetEbsDefaultKmsKeyId ModifyEbsDefaultKmsKeyId ResetEbsDefaultKmsKeyId",
      "aws:ebs/encryptionByDefault:EncryptionByDefault": "DisableEbsEncryptionByDefault EnableEbsEncryptionByDefault GetEbsEncryptionByDefault",
      "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": "DisableSnapshotBlockPublicAccess EnableSnapshotBlockPublicAccess GetSnapshotBlockPublicAccessState",
      "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl": `CreateNetworkAclEntry DeleteNetworkAclEntry DescribeNetworkAcls ReplaceNetworkAclAssociation ${TAGS}`,
      "aws:ec2/defaultRouteTable:DefaultRouteTable": `CreateRoute DeleteRoute DescribeRouteTables ${TAGS}`,
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": `DescribeSecurityGroups RevokeSecurityGroupEgress RevokeSecurityGroupIngress ${TAGS}`,
      "aws:ec2/eip:Eip": `AllocateAddress DescribeAddresses DescribeAddressesAttribute DisassociateAddress ReleaseAddress ${INTERFACES} ${TAGS}`,
      "aws:ec2/flowLog:FlowLog": `CreateFlowLogs DeleteFlowLogs DescribeFlowLogs logs:CreateLogDelivery logs:DeleteLogDelivery pass:vpc-flow-logs.amazonaws.com ${TAGS}`,
      "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": "DisableImageBlockPublicAccess EnableImageBlockPublicAccess GetImageBlockPublicAccessState",
      "aws:ec2/instance:Instance": `DescribeIamInstanceProfileAssociations DescribeImages DescribeInstanceAttribute DescribeInstanceCreditSpecifications DescribeInstanceTypes DescribeInstances DescribeSubnets DescribeTags
        DescribeVolumes DescribeVpcs ModifyInstanceAttribute ModifyInstanceMetadataOptions MonitorInstances ReplaceIamInstanceProfileAssociation RunInstances StartInstances StopInstances TerminateInstances
        UnmonitorInstances key:ec2 pass:ec2.amazonaws.com ${INTERFACES} ${TAGS}`,
      "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": "GetInstanceMetadataDefaults ModifyInstanceMetadataDefaults",
      "aws:ec2/internetGateway:InternetGateway": `AttachInternetGateway CreateInternetGateway DeleteInternetGateway DescribeInternetGateways DetachInternetGateway ${TAGS}`,
      "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment": "AttachInternetGateway DescribeInternetGateways DetachInternetGateway",
      "aws:ec2/launchTemplate:LaunchTemplate": `CreateLaunchTemplate CreateLaunchTemplateVersion DeleteLaunchTemplate DescribeLaunchTemplateVersions DescribeLaunchTemplates ModifyLaunchTemplate ${TAGS}`,
      "aws:ec2/natGateway:NatGateway": `CreateNatGateway DeleteNatGateway DescribeNatGateways ${TAGS}`,
      "aws:ec2/networkAcl:NetworkAcl": `CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry DescribeNetworkAcls ReplaceNetworkAclAssociation ${TAGS}`,
      "aws:ec2/networkAclAssociation:NetworkAclAssociation": "DescribeNetworkAcls ReplaceNetworkAclAssociation",
      "aws:ec2/networkAclRule:NetworkAclRule": "CreateNetworkAclEntry DeleteNetworkAclEntry DescribeNetworkAcls",
      "aws:ec2/route:Route": "CreateRoute DeleteRoute DescribeRouteTables ReplaceRoute",
      "aws:ec2/routeTable:RouteTable": `CreateRouteTable DeleteRouteTable DescribeRouteTables DisassociateRouteTable ${TAGS}`,
      "aws:ec2/routeTableAssociation:RouteTableAssociation": "AssociateRouteTable DescribeRouteTables DisassociateRouteTable ReplaceRouteTableAssociation",
      "aws:ec2/securityGroup:SecurityGroup": `CreateSecurityGroup DeleteSecurityGroup DescribeSecurityGroupRules DescribeSecurityGroups RevokeSecurityGroupEgress RevokeSecurityGroupIngress ${INTERFACES} ${TAGS}`,
      "aws:ec2/securityGroupRule:SecurityGroupRule": `AuthorizeSecurityGroupEgress AuthorizeSecurityGroupIngress RevokeSecurityGroupEgress RevokeSecurityGroupIngress ${RULES}`,
      "aws:ec2/serialConsoleAccess:SerialConsoleAccess": "DisableSerialConsoleAccess EnableSerialConsoleAccess GetSerialConsoleAccessStatus",
      "aws:ec2/subnet:Subnet": `CreateSubnet DeleteSubnet DescribeSubnets ModifySubnetAttribute ${INTERFACES} ${TAGS}`,
      "aws:ec2/vpc:Vpc": `CreateVpc DeleteVpc DescribeNetworkAcls DescribeRouteTables DescribeSecurityGroups DescribeVpcAttribute DescribeVpcs ModifyVpcAttribute ${TAGS}`,
      "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion": `CreateVpcBlockPublicAccessExclusion DeleteVpcBlockPublicAccessExclusion DescribeVpcBlockPublicAccessExclusions ModifyVpcBlockPublicAccessExclusion ${TAGS}`,
      "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions": "DescribeVpcBlockPublicAccessOptions ModifyVpcBlockPublicAccessOptions",
      "aws:ec2/vpcEndpoint:VpcEndpoint": `CreateVpcEndpoint DeleteVpcEndpoints DescribePrefixLists DescribeVpcEndpointServices DescribeVpcEndpoints ModifyVpcEndpoint ${TAGS}`,
      "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation": "AssociateVpcCidrBlock DescribeVpcs DisassociateVpcCidrBlock",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": `AuthorizeSecurityGroupEgress RevokeSecurityGroupEgress ${RULES} ${TAGS}`,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": `AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress ${RULES} ${TAGS}`,
    },
  },
  {
    service: "eks",
    resources: ["eks:*:{account}:cluster/{prefix}*", "eks:*:{account}:*/{prefix}*/*"],
    anywhere: "CreateCluster",
    types: {
      "aws:eks/accessEntry:AccessEntry": "CreateAccessEntry DeleteAccessEntry DescribeAccessEntry TagResource UntagResource UpdateAccessEntry",
      "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": "AssociateAccessPolicy DisassociateAccessPolicy ListAssociatedAccessPolicies",
      "aws:eks/addon:Addon": "CreateAddon DeleteAddon DescribeAddon DescribeAddonVersions DescribeUpdate TagResource UntagResource UpdateAddon pass:pods.eks.amazonaws.com",
      "aws:eks/cluster:Cluster": `AssociateEncryptionConfig CreateCluster DeleteCluster DescribeCluster DescribeUpdate TagResource UntagResource UpdateClusterConfig UpdateClusterVersion ec2:DescribeSecurityGroups
        ec2:DescribeSubnets ec2:DescribeVpcs key:eks linked:eks.amazonaws.com pass:eks.amazonaws.com`,
      "aws:eks/nodeGroup:NodeGroup": `CreateNodegroup DeleteNodegroup DescribeNodegroup DescribeUpdate TagResource UntagResource UpdateNodegroupConfig UpdateNodegroupVersion ec2:DescribeLaunchTemplateVersions
        ec2:DescribeSubnets ec2:RunInstances linked:eks-nodegroup.amazonaws.com pass:ec2.amazonaws.com pass:eks.amazonaws.com`,
      "aws:eks/podIdentityAssociation:PodIdentityAssociation": "CreatePodIdentityAssociation DeletePodIdentityAssociation DescribePodIdentityAssociation TagResource UntagResource UpdatePodIdentityAssociation pass:pods.eks.amazonaws.com",
    },
  },
  {
    service: "elasticloadbalancing",
    resources: ["elasticloadbalancing:*:{account}:*/{prefix}*", "elasticloadbalancing:*:{account}:*/*/{prefix}*"],
    types: {
      "aws:lb/listener:Listener": "AddTags CreateListener DeleteListener DescribeListenerAttributes DescribeListeners DescribeTags ModifyListener ModifyListenerAttributes RemoveTags",
      "aws:lb/listenerRule:ListenerRule": "AddTags CreateRule DeleteRule DescribeRules DescribeTags ModifyRule RemoveTags",
      "aws:lb/loadBalancer:LoadBalancer": `AddTags CreateLoadBalancer DeleteLoadBalancer DescribeCapacityReservation DescribeLoadBalancerAttributes DescribeLoadBalancers DescribeTags ModifyLoadBalancerAttributes RemoveTags
        SetSecurityGroups SetSubnets ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs linked:elasticloadbalancing.amazonaws.com`,
      "aws:lb/targetGroup:TargetGroup": "AddTags CreateTargetGroup DeleteTargetGroup DescribeTags DescribeTargetGroupAttributes DescribeTargetGroups ModifyTargetGroup ModifyTargetGroupAttributes RemoveTags",
      "aws:lb/targetGroupAttachment:TargetGroupAttachment": "DeregisterTargets DescribeTargetHealth RegisterTargets",
    },
  },
  {
    service: "lambda",
    resources: ["lambda:*:{account}:function:{prefix}-*", "lambda:*:{account}:function:cwsyn-{prefix}*", "lambda:*:{account}:layer:{prefix}-*", "lambda:*:{account}:code-signing-config:*"],
    anywhere: "CreateCodeSigningConfig",
    types: {
      "aws:lambda/alias:Alias": "CreateAlias DeleteAlias GetAlias UpdateAlias",
      "aws:lambda/codeSigningConfig:CodeSigningConfig": "CreateCodeSigningConfig DeleteCodeSigningConfig GetCodeSigningConfig ListTags TagResource UntagResource UpdateCodeSigningConfig",
      "aws:lambda/function:Function": `CreateFunction DeleteFunction DeleteFunctionConcurrency GetFunction GetFunctionCodeSigningConfig GetFunctionConcurrency GetFunctionConfiguration GetRuntimeManagementConfig ListTags
        ListVersionsByFunction PublishVersion PutFunctionConcurrency TagResource UntagResource UpdateFunctionCode UpdateFunctionConfiguration ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs
        key:lambda pass:lambda.amazonaws.com`,
      "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": "DeleteFunctionEventInvokeConfig GetFunctionEventInvokeConfig PutFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig",
      "aws:lambda/permission:Permission": "AddPermission GetPolicy RemovePermission",
    },
  },
  {
    service: "synthetics",
    resources: ["synthetics:*:{account}:canary:*"],
    anywhere: "CreateCanary",
    types: { "aws:synthetics/canary:Canary": "CreateCanary DeleteCanary GetCanary GetCanaryRuns ListTagsForResource StartCanary StopCanary TagResource UntagResource UpdateCanary pass:lambda.amazonaws.com lambda:CreateFunction lambda:GetFunction lambda:UpdateFunctionCode" },
  },
];
