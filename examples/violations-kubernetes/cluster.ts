import { Provider } from "@pulumi/kubernetes/provider.js";

/** The cluster, which another stack made. */
export const cluster = {
  provider: new Provider("clinic", {
    kubeconfig: JSON.stringify({
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name: "clinic", cluster: { server: "https://kubernetes.clinic.example" } }],
      contexts: [{ name: "clinic", context: { cluster: "clinic", user: "clinic" } }],
      "current-context": "clinic",
      users: [{ name: "clinic", user: {} }],
    }),
  }),
} as const;
