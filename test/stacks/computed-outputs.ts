/** What AWS computes and the outputs read. */
export const COMPUTED: Readonly<Record<string, Record<string, unknown>>> = {
  "aws:eks/cluster:Cluster": {
    endpoint: "https://cluster.example", certificateAuthority: { data: "Y2E=" }, vpcConfig: { clusterSecurityGroupId: "sg-eks" }, identities: [{ oidcs: [{ issuer: "https://issuer.example/id/1" }] }],
  },
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": { outputs: { RotationLambdaARN: "arn:aws:lambda:us-east-1:111122223333:function:rotation" } },
  "aws:apigateway/stage:Stage": { invokeUrl: "https://api.example/v1" },
  "aws:amp/workspace:Workspace": { prometheusEndpoint: "https://metrics.example/" },
  "aws:grafana/workspace:Workspace": { endpoint: "g-0123456789.grafana-workspace.us-east-1.amazonaws.com" },
  "aws:rds/instance:Instance": { address: "db.example", endpoint: "db.example:5432", masterUserSecrets: [{ secretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:db" }] },
};
