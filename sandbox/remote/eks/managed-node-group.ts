import { isProperties, UNKNOWN } from "../../wire.ts";
import { Arguments } from "../arguments.ts";
import type { Construction } from "../construction.ts";
import { asText, combine, gather, type Input, type Inputs, Output } from "../output.ts";
import { type Registered, type Registrar, settled } from "../registrar.ts";
import { roleArn } from "./role-argument.ts";

/** Handed to the node group as they are. */
const PASSED_ON = ["capacityType", "forceUpdateVersion", "instanceTypes", "labels", "nodeGroupName", "tags", "taints"];
const KNOWN = ["cluster", "enableIMDSv2", "launchTemplate", "nodeRole", "scalingConfig", "subnetIds", ...PASSED_ON];

/** Stands in for the remote component `eks:index:ManagedNodeGroup`. */
export const constructManagedNodeGroup: Construction = async ({ name, inputs, registrar }) => {
  const problems = new Arguments();
  const imdsV2 = checkArguments(inputs, problems);
  problems.check();

  const component = await registrar.root();
  const [cluster, nodeRoleArn, ownTemplate] = await settled([
    clusterBehind(registrar, inputs["cluster"]),
    roleArn(registrar, inputs["nodeRole"]),
    imdsV2 === undefined ? Promise.resolve(undefined) : registerLaunchTemplate(registrar, component, name, imdsV2),
  ]);
  const nodeGroup = await registrar.resource({ type: "aws:eks/nodeGroup:NodeGroup", name, parent: component, inputs: {
    ...Object.fromEntries(PASSED_ON.map((option) => [option, inputs[option]])),
    clusterName: cluster?.output("name") ?? new Output(UNKNOWN),
    nodeRoleArn,
    scalingConfig: combine({ scaling: inputs["scalingConfig"] ?? {} }, ({ scaling = null }) => ({ desiredSize: 2, minSize: 1, maxSize: 2, ...(isProperties(scaling) ? scaling : {}) })),
    subnetIds: gather(inputs["subnetIds"]),
    version: inputs["launchTemplate"] === undefined ? cluster?.output("version") ?? new Output(UNKNOWN) : undefined,
    launchTemplate: ownTemplate === undefined
      ? inputs["launchTemplate"]
      : { id: ownTemplate.id, version: combine({ version: ownTemplate.output("latestVersion") }, ({ version = null }) => asText(version)) },
  } });
  const outputs = { nodeGroup: new Output(nodeGroup.reference(), [nodeGroup.urn]), placementGroupName: "" };
  await registrar.registerOutputs(component, outputs);
  return registrar.response(component, outputs);
};

/** @returns whether IMDSv2 is asked for, undefined when nothing is said */
function checkArguments(inputs: Inputs, problems: Arguments): boolean | undefined {
  problems.onlyKnown(inputs, KNOWN);
  const imdsV2 = problems.boolean("enableIMDSv2", inputs["enableIMDSv2"]);
  if (imdsV2 !== undefined && inputs["launchTemplate"] !== undefined) {
    problems.problem("enableIMDSv2 and launchTemplate exclude each other; set metadataOptions in the launch template");
  }
  problems.resource("cluster", inputs["cluster"], "eks.Cluster component");
  problems.resource("nodeRole", inputs["nodeRole"], "aws.iam.Role");
  if (inputs["subnetIds"] === undefined) {
    problems.problem("subnetIds is not given; the sandbox does not model taking the cluster's");
  }
  return imdsV2;
}

/** The cluster inside the component, undefined while the component's `core` output is unknown. */
async function clusterBehind(registrar: Registrar, component: Input): Promise<Registered | undefined> {
  const given = gather(component);
  const core = given.known ? (await registrar.lookUp(given.value)).output("core").value : UNKNOWN;
  return isProperties(core) && core["cluster"] !== undefined ? await registrar.lookUp(core["cluster"]) : undefined;
}

async function registerLaunchTemplate(registrar: Registrar, parent: string, name: string, imdsV2: boolean): Promise<Registered> {
  return await registrar.resource({ type: "aws:ec2/launchTemplate:LaunchTemplate", name: `${name}-launchTemplate`, parent, inputs: {
    metadataOptions: { httpEndpoint: "enabled", httpPutResponseHopLimit: 2, httpTokens: imdsV2 ? "required" : "optional" },
  } });
}
