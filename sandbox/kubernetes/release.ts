import { createHash } from "node:crypto";
import type { CheckRequest, CheckResult } from "../checked-inputs.ts";
import type { ProviderSettings, ResourceModel } from "../resource-model.ts";
import { sameValue, textOf } from "../wire.ts";
import { refuseMissingNamespace, refuseUnreachable } from "./cluster.ts";

/** A chart that Helm installs in the cluster. What lies inside of it, the sandbox does not see. */
export const releaseModel: ResourceModel = {
  naming: false,
  check: checkedRelease,
  keepsName: (olds, news) => ["name", "namespace"].every((property) => sameValue(olds[property], news[property])),
  replaceOn: ["name", "namespace"],
  id: "{namespace}/{name}",
  duplicateCode: "cannot re-use a name that is still in use",
  outputs: ({ inputs, previous }) => ({
    status: {
      name: textOf(inputs["name"]), namespace: textOf(inputs["namespace"]), chart: textOf(inputs["chart"]), version: textOf(inputs["version"]), status: "deployed",
      revision: revisionOf(previous) + 1, appVersion: "",
    },
  }),
  changedByUpdate: ["status"],
  validate: (context) => {
    refuseUnreachable(context);
    if (context.inputs["createNamespace"] !== true) {
      refuseMissingNamespace(context, textOf(context.inputs["namespace"]));
    }
  },
};

function checkedRelease({ name, seed, olds, news }: CheckRequest, { namespace = "default" }: ProviderSettings): CheckResult {
  const given = Object.fromEntries(Object.entries(news).filter(([, value]) => value !== null));
  const made = `${name}-${createHash("sha256").update(`${name}|${seed}`).digest("hex").slice(0, 8)}`;
  const failures = given["chart"] === undefined ? [{ property: "chart", reason: "Missing required property 'chart'" }] : [];
  return { inputs: { name: olds["name"] ?? made, namespace, ...given }, failures };
}

function revisionOf(previous: Parameters<NonNullable<ResourceModel["outputs"]>>[0]["previous"]): number {
  const status = previous?.["status"];
  return typeof status === "object" && status !== null && "revision" in status ? Number(status.revision) : 0;
}
