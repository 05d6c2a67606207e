import { isProperties, type Properties } from "../../wire.ts";
import { asText, combine, type Output } from "../output.ts";
import type { Registered } from "../registrar.ts";

/** How kubectl reaches the cluster: a token from the AWS CLI, never a secret of its own. */
export function kubeconfig(cluster: Registered): Output {
  return combine({
    name: cluster.output("name"),
    endpoint: cluster.output("endpoint"),
    authority: cluster.output("certificateAuthority"),
    arn: cluster.output("arn"),
  }, ({ name = null, endpoint = null, authority = null, arn = null }): Properties => ({
    apiVersion: "v1",
    clusters: [{
      cluster: { server: endpoint, "certificate-authority-data": isProperties(authority) ? authority["data"] ?? null : null },
      name: "kubernetes",
    }],
    contexts: [{ context: { cluster: "kubernetes", user: "aws" }, name: "aws" }],
    "current-context": "aws",
    kind: "Config",
    users: [{
      name: "aws",
      user: {
        exec: {
          apiVersion: "client.authentication.k8s.io/v1beta1",
          command: "aws",
          args: ["--region", asText(arn).split(":")[3] ?? "", "eks", "get-token", "--cluster-name", name, "--output", "json"],
          env: [{ name: "KUBERNETES_EXEC_INFO", value: '{"apiVersion": "client.authentication.k8s.io/v1beta1"}' }],
        },
      },
    }],
  }));
}

/** The same as text, as providers and programs take it. */
export function kubeconfigJson(config: Output): Output {
  return combine({ config }, (values) => JSON.stringify(values["config"]));
}
