import { describe, expect, test } from "vitest";
import { containersOf, podTemplates, WORKLOAD_TYPES } from "../../../policypack/engine/pod-template.ts";
import { Reader } from "../../../policypack/engine/reader.ts";

const pod = { containers: [{ name: "api" }], initContainers: [{ name: "migrate" }], ephemeralContainers: [{ name: "debug" }] };

/** Inputs in the shape that the kind has in the Kubernetes API. */
function inputsOf(type: string): object {
  const kind = type.split(":")[2]?.replace(/(?:Patch|List)$/u, "") ?? "";
  const shapes: Record<string, object> = {
    Pod: { spec: pod },
    PodTemplate: { template: { spec: pod } },
    CronJob: { spec: { jobTemplate: { spec: { template: { spec: pod } } } } },
  };
  const one = { metadata: { name: "records" }, ...(shapes[kind] ?? { spec: { template: { spec: pod } } }) };
  return type.endsWith("List") ? { items: [one, one] } : one;
}

describe("the pods of a workload", () => {
  test.each(WORKLOAD_TYPES)("%s shows every container", (type) => {
    const templates = podTemplates({ type, props: new Reader(inputsOf(type)) });
    expect(templates).toHaveLength(type.endsWith("List") ? 2 : 1);
    for (const template of templates) {
      expect(containersOf(template).map((container) => container.string("name"))).toEqual(["api", "migrate", "debug"]);
      expect(template.partial).toBe(type.endsWith("Patch"));
      expect(template.metadata?.string("name")).toBe("records");
    }
  });

  test("a workload without a template has none, whatever stands in its place", () => {
    for (const props of [{}, { spec: "none" }, { spec: { template: [] } }, { spec: { template: { spec: 1 } } }]) {
      expect(podTemplates({ type: "kubernetes:apps/v1:Deployment", props: new Reader(props) })).toEqual([]);
    }
  });

  test("another type has none", () => {
    expect(podTemplates({ type: "kubernetes:core/v1:Service", props: new Reader({ spec: pod }) })).toEqual([]);
  });
});
