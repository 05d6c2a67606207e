import { createHash } from "node:crypto";
import { CloudError } from "../cloud-error.ts";
import { type Properties, textOf } from "../wire.ts";
import { type Answers, type DataContext, filtersOf, textsOf } from "./data-source.ts";

interface Image {
  readonly name: string;
  readonly architecture: "x86_64" | "arm64";
  readonly owner: string;
  readonly rootDevice: string;
  readonly description: string;
  /** Path below /aws/service under which Parameter Store publishes the image's id. */
  readonly parameter: string;
}

const AMAZON = "137112412989";
const EKS = "602401143452";
const BOTTLEROCKET = "092701018921";
const ARCHITECTURES = ["x86_64", "arm64"] as const;
const KUBERNETES = ["1.29", "1.30", "1.31", "1.32", "1.33", "1.34", "1.35"];

/** Families of images that AWS publishes, one image each; their ids are made up. */
const IMAGES: readonly Image[] = ARCHITECTURES.flatMap((architecture) => [
  { name: `al2023-ami-2023.9.20251117.1-kernel-6.1-${architecture}`, architecture, owner: AMAZON, rootDevice: "/dev/xvda", description: "Amazon Linux 2023 AMI, kernel 6.1",
    parameter: `ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}` },
  ...KUBERNETES.flatMap((version): readonly Image[] => [
    { name: `amazon-eks-node-al2023-${architecture}-standard-${version}-v20251120`, architecture, owner: EKS, rootDevice: "/dev/xvda", description: `EKS-optimized Kubernetes node based on Amazon Linux 2023, ${version}`,
      parameter: `eks/optimized-ami/${version}/amazon-linux-2023/${architecture}/standard/recommended/image_id` },
    { name: `bottlerocket-aws-k8s-${version}-${architecture}-v1.50.0-c2a2f0e1`, architecture, owner: BOTTLEROCKET, rootDevice: "/dev/xvda", description: `Bottlerocket for Kubernetes ${version}`,
      parameter: `bottlerocket/aws-k8s-${version}/${architecture}/latest/image_id` },
  ]),
]);

/** Machine images, and the parameters in which AWS publishes their ids. */
export const imageData: Answers = {
  "aws:ec2/getAmi:getAmi": (args, context) => {
    const owners = textsOf(args, "owners");
    const matching = IMAGES.filter((image) => (owners.length === 0 || owners.some((owner) => [image.owner, "amazon"].includes(owner)))
      && filtersOf(args).every(({ name, values }) => values.some((value) => globMatches(value, imageValue(image, name))))
      && (args["nameRegex"] === undefined || new RegExp(textOf(args["nameRegex"]), "u").test(image.name)));
    const [image, ...others] = matching;
    if (image === undefined) {
      throw new CloudError("InvalidAMIID.NotFound", "Your query returned no results. Please change your search criteria and try again.");
    }
    if (others.length > 0 && args["mostRecent"] !== true) {
      throw new CloudError("InvalidParameterValue", "Your query returned more than one result. Please try a more specific search criteria, or set `mostRecent` attribute to true.");
    }
    return describe(others.at(-1) ?? image, context);
  },
  "aws:ssm/getParameter:getParameter": (args, { inventory, region }) => {
    const name = textOf(args["name"]);
    const own = inventory.find("aws:ssm/parameter:Parameter", region, name);
    if (own !== undefined) {
      const type = textOf(own.inputs["type"]);
      const value = textOf(own.inputs["value"] ?? own.inputs["insecureValue"]);
      return { id: name, name, region, arn: textOf(own.outputs["arn"]), type, value, insecureValue: type === "SecureString" ? "" : value, version: own.outputs["version"] ?? 1, withDecryption: true };
    }
    const path = name.replace(/^\/aws\/service\//u, "");
    const image = IMAGES.find(({ parameter }) => parameter === path);
    const value = image === undefined ? releaseVersion(path) : imageId(image, region);
    if (value === undefined) {
      throw new CloudError("ParameterNotFound", `couldn't find resource ${name} in ${region}`);
    }
    return { id: name, name, region, arn: `arn:aws:ssm:${region}::parameter${name}`, type: "String", value, insecureValue: value, version: 1, withDecryption: true };
  },
};

/** EKS publishes the release version of a node image beside its id. */
function releaseVersion(path: string): string | undefined {
  const base = path.replace(/\/release_version$/u, "/image_id");
  const version = /\/optimized-ami\/([\d.]+)\//u.exec(path)?.[1];
  return base !== path && version !== undefined && IMAGES.some(({ parameter }) => parameter === base) ? `${version}.2-20251120` : undefined;
}

function imageValue(image: Image, filter: string): string {
  const value = {
    name: image.name, architecture: image.architecture, "virtualization-type": "hvm", "root-device-type": "ebs", state: "available", "owner-alias": "amazon", "owner-id": image.owner,
    "is-public": "true", "image-type": "machine", "ena-support": "true", hypervisor: "xen", description: image.description, "boot-mode": "uefi-preferred",
  }[filter];
  if (value === undefined) {
    throw new CloudError("InvalidParameterValue", `The filter '${filter}' is invalid`);
  }
  return value;
}

function imageId({ name }: Image, region: string): string {
  return `ami-${createHash("sha256").update(`${name}|${region}`).digest("hex").slice(0, 17)}`;
}

function describe(image: Image, { region }: DataContext): Properties {
  const id = imageId(image, region);
  const snapshot = `snap-${id.slice("ami-".length)}`;
  return {
    id, imageId: id, region, name: image.name, architecture: image.architecture, arn: `arn:aws:ec2:${region}::image/${id}`, description: image.description, ownerId: image.owner,
    bootMode: "uefi-preferred", creationDate: "2025-11-20T00:00:00.000Z", deprecationTime: "2027-11-20T00:00:00.000Z", enaSupport: true, hypervisor: "xen", imageLocation: `amazon/${image.name}`,
    imageOwnerAlias: "amazon", imageType: "machine", imdsSupport: "v2.0", kernelId: "", lastLaunchedTime: "", platform: "", platformDetails: "Linux/UNIX", productCodes: [], public: true, ramdiskId: "",
    rootDeviceName: image.rootDevice, rootDeviceType: "ebs", rootSnapshotId: snapshot, sriovNetSupport: "simple", state: "available", stateReason: { code: "UNSET", message: "UNSET" }, tags: {},
    tpmSupport: "", usageOperation: "RunInstances", virtualizationType: "hvm",
    blockDeviceMappings: [{ deviceName: image.rootDevice, noDevice: "", virtualName: "", ebs: { deleteOnTermination: "true", encrypted: "false", iops: "3000", snapshotId: snapshot, throughput: "125", volumeInitializationRate: "0", volumeSize: "8", volumeType: "gp3" } }],
  };
}

/** EC2's filters know `*` and `?`. */
function globMatches(glob: string, text: string): boolean {
  const pattern = glob.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "u").test(text);
}
