/** Kubernetes versions that the add-ons below were released for, and that EKS still supports as a matter of course. */
export const KubernetesVersion = {
  /** Supported until 2 December 2026. */
  V1_34: "1.34",
  /** Supported until 27 March 2027. */
  V1_35: "1.35",
  V1_36: "1.36",
} as const;
export type KubernetesVersion = (typeof KubernetesVersion)[keyof typeof KubernetesVersion];

export interface AddonVersions {
  readonly vpcCni: string;
  readonly coredns: string;
  readonly kubeProxy: string;
  readonly ebsCsiDriver: string;
  readonly podIdentityAgent: string;
  readonly guardDutyAgent: string;
  readonly cloudWatchObservability: string;
}

/** Released for every version above; a network plugin before 1.22 ignores subnets that are marked as not for pods. */
const FOR_EVERY_VERSION = {
  vpcCni: "v1.23.1-eksbuild.1",
  guardDutyAgent: "v1.16.0-eksbuild.2",
  cloudWatchObservability: "v6.2.0-eksbuild.1",
} as const;

/**
 * Add-on releases for each Kubernetes version, pinned so that two previews of the same program plan
 * the same. As of November 2026, from the release tables of the EKS and GuardDuty user guides; newer
 * ones: `aws eks describe-addon-versions --kubernetes-version <v>`.
 */
export const ADDON_VERSIONS = {
  "1.34": {
    ...FOR_EVERY_VERSION,
    coredns: "v1.12.4-eksbuild.1",
    kubeProxy: "v1.34.1-eksbuild.2",
    ebsCsiDriver: "v1.54.0-eksbuild.1",
    podIdentityAgent: "v1.3.10-eksbuild.1",
  },
  "1.35": {
    ...FOR_EVERY_VERSION,
    coredns: "v1.13.2-eksbuild.1",
    kubeProxy: "v1.35.0-eksbuild.2",
    ebsCsiDriver: "v1.56.0-eksbuild.1",
    podIdentityAgent: "v1.3.10-eksbuild.2",
  },
  "1.36": {
    ...FOR_EVERY_VERSION,
    coredns: "v1.14.3-eksbuild.23",
    kubeProxy: "v1.36.0-eksbuild.25",
    ebsCsiDriver: "v1.66.0-eksbuild.1",
    podIdentityAgent: "v1.3.10-eksbuild.3",
  },
} as const satisfies Readonly<Record<KubernetesVersion, AddonVersions>>;
