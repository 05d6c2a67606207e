import { describe, expect, it } from "vitest";
import { AMBIENT_CLUSTER, kubernetesSettings } from "../../../sandbox/kubernetes/settings.ts";

const KUBECONFIG = {
  "apiVersion": "v1",
  "clusters": [{ name: "east", cluster: { server: "https://east.example.org" } }, { name: "west", cluster: { server: "https://west.example.org" } }],
  "contexts": [{ name: "day", context: { cluster: "east", namespace: "clinic" } }, { name: "night", context: { cluster: "west" } }],
  "current-context": "day",
};

describe("the configuration of a Kubernetes provider", () => {
  it("says by its current context where objects lie", () => {
    expect(kubernetesSettings({ kubeconfig: JSON.stringify(KUBECONFIG) })).toMatchObject({ region: "https://east.example.org", namespace: "clinic" });
  });

  it("may be YAML, name another context and another namespace", () => {
    const kubeconfig = "clusters:\n- name: west\n  cluster:\n    server: https://west.example.org\ncontexts:\n- name: night\n  context: {cluster: west}\n";
    expect(kubernetesSettings({ kubeconfig, context: "night" })).toMatchObject({ region: "https://west.example.org", namespace: "default" });
    expect(kubernetesSettings({ kubeconfig: JSON.stringify(KUBECONFIG), cluster: "west", namespace: "records" })).toMatchObject({ region: "https://west.example.org", namespace: "records" });
  });

  it("without a kubeconfig, or with a path to one, means the machine's own", () => {
    expect([{}, { kubeconfig: "/home/nobody/.kube/config" }].map((configuration) => kubernetesSettings(configuration).region)).toEqual([AMBIENT_CLUSTER, AMBIENT_CLUSTER]);
  });
});
