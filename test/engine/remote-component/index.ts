import * as pulumi from "@pulumi/pulumi";

// What an SDK made from the schema would hold: classes that register a type and leave the making to
// the plugin. Nothing of the component package is imported.
class RemoteKeyRing extends pulumi.ComponentResource {
  declare readonly keyArns: pulumi.Output<Record<string, string>>;
  declare readonly replicaKeyArns: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: pulumi.Inputs) {
    super("hipaa:index:KeyRing", name, { keyArns: undefined, replicaKeyArns: undefined, ...args }, {}, true);
  }
}

class RemoteAccountBaseline extends pulumi.ComponentResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("hipaa:index:AccountBaseline", name, args, {}, true);
  }
}

class RemoteSecureVpc extends pulumi.ComponentResource {
  declare readonly vpcId: pulumi.Output<string>;
  declare readonly vpcCidrBlock: pulumi.Output<string>;
  declare readonly privateSubnetIds: pulumi.Output<string[]>;

  constructor(name: string, args: pulumi.Inputs) {
    super("hipaa:index:SecureVpc", name, { vpcId: undefined, vpcCidrBlock: undefined, privateSubnetIds: undefined, ...args }, {}, true);
  }
}

const deployment = { prefix: "clinic", accountId: "123456789012", region: "us-east-1", recoveryRegion: "us-west-2" };
const config = new pulumi.Config();
/** Arguments that a test wants otherwise. */
const given: object = config.getObject("network") ?? {};

const keys = new RemoteKeyRing("clinic-keys", { deployment, classes: ["logs", "phi-data"] });
new RemoteAccountBaseline("clinic-account", {
  deployment,
  dataKeyArn: keys.keyArns.apply((arns) => arns["phi-data"] ?? ""),
  recoveryDataKeyArn: keys.replicaKeyArns.apply((arns) => arns["phi-data"] ?? ""),
});
const network = new RemoteSecureVpc("clinic-network", {
  deployment,
  zones: config.getBoolean("zonesFromOutput") === true ? keys.keyArns.apply((arns) => Object.values(arns)) : ["us-east-1a", "us-east-1b"],
  logsKeyArn: keys.keyArns.apply((arns) => arns["logs"] ?? ""),
  ...given,
});

export const { vpcId, vpcCidrBlock, privateSubnetIds } = network;
