import { isProperties, RESOURCE_REFERENCE, SIGNATURE, UNKNOWN } from "../../wire.ts";
import { Arguments } from "../arguments.ts";
import type { Construction } from "../construction.ts";
import { asText, combine, gather, type Input, type Inputs, Output } from "../output.ts";
import { type Registered, type Registrar, settled } from "../registrar.ts";

/** Handed to the node group as they are. */
const PASSED_ON = ["capacityType", "forceUpdateVersion", "instanceTypes", "labels", "nodeGroupName", "tags", "taints"];
const KNOWN = ["cluster", "enableIMDSv2", "launchTemplate", "nodeRole", "scalingConfig", "subnetIds", ...PASSED_ON];

/** Stands in for the remote component `eks:index:ManagedNodeGroup`. */
export const constructManagedNodeGroup: Construction = async ({ name, inputs, registrar }) => {
  const problems = new Arguments();
  const imdsV2 = checkArguments(inputs, problems);
  problems.check();

  const component = await registrar.root();
  const [cluster, role, ownTemplate] = await settled([
    clusterBehind(registrar, inputs["cluster"]),
    registrar.lookUp(gather(inputs["nodeRole"]).value),
    imdsV2 === undefined ? Promise.resolve(undefined) : registerLaunchTemplate(registrar, component, name, imdsV2),
  ]);
  const nodeGroup = await registrar.resource({ type: "aws:eks/nodeGroup:NodeGroup", name, parent: component, inputs: {
    ...Object.fromEntries(PASSED_ON.map((option) => [option, inputs[option]])),
    clusterName: cluster?.output("name") ?? new Output(UNKNOWN),
    nodeRoleArn: role.output("arn"),
    scalingConfig: combine({ scaling: inputs["scalingConfig"] ?? {} }, ({ scaling = null }) => ({ desiredSize: 2, minSize: 1, maxSize: 2, ...(isProperties(scaling) ? scaling : {}) })),
    subnetIds: inputs["subnetIds"],
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
  for (const option of ["cluster", "nodeRole"]) {
    const { value } = gather(inputs[option]);
    if (!isProperties(value) || value[SIGNATURE] !== RESOURCE_REFERENCE) {
      problems.problem(`${option} must be the ${option === "cluster" ? "eks.Cluster component" : "aws.iam.Role"} itself; the sandbox models nothing else there`);
    }
  }
  if (inputs["subnetIds"] === undefined) {
    problems.problem("subnetIds is not given; the sandbox does not model taking the cluster's");
  }
  return imdsV2;
}

/** The cluster inside the component, undefined while the component's `core` output is unknown. */
async function clusterBehind(registrar: Registrar, component: Input): Promise<Registered | undefined> {
  const core = (await registrar.lookUp(gather(component).value)).output("core").value;
  return isProperties(core) && core["cluster"] !== undefined ? await registrar.lookUp(core["cluster"]) : undefined;
}

async function registerLaunchTemplate(registrar: Registrar, parent: string, name: string, imdsV2: boolean): Promise<Registered> {
  return await registrar.resource({ type: "aws:ec2/launchTemplate:LaunchTemplate", name: `${name}-launchTemplate`, parent, inputs: {
    metadataOptions: { httpEndpoint: "enabled", httpPutResponseHopLimit: 2, httpTokens: imdsV2 ? "required" : "optional" },
  } });
}
