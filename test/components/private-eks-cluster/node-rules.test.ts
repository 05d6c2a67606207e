import { describe, expect, test } from "vitest";
import { NODE_RULES } from "../../../components/private-eks-cluster/node-rules.ts";

const ports = (group: string, direction: string, peer: string) => NODE_RULES
  .filter((rule) => rule.group === group && rule.direction === direction && rule.peer === peer)
  .map(({ protocol, fromPort, toPort }) => `${protocol} ${String(fromPort)}-${String(toPort)}`);

describe("rules of the nodes", () => {
  test("let the control plane call what it needs, by port", () => {
    expect(ports("nodes", "ingress", "controlPlane")).toEqual(["tcp 443-443", "tcp 8443-8443", "tcp 9443-9443", "tcp 10250-10250"]);
  });

  test("let nodes call the Kubernetes API, and the control plane take it", () => {
    expect(ports("nodes", "egress", "controlPlane")).toEqual(["tcp 443-443"]);
    expect(ports("controlPlane", "ingress", "nodes")).toEqual(["tcp 443-443"]);
  });

  test("let nodes talk to each other, but open no privileged port between them save DNS", () => {
    expect(ports("nodes", "ingress", "nodes")).toEqual(["tcp 53-53", "udp 53-53", "tcp 1025-65535"]);
    expect(ports("nodes", "egress", "nodes")).toEqual(ports("nodes", "ingress", "nodes"));
  });

  test("are all told apart, and described in characters that EC2 takes", () => {
    expect(new Set(NODE_RULES.map(({ key }) => key)).size).toBe(NODE_RULES.length);
    expect(NODE_RULES.filter(({ reason }) => !/^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/u.test(reason))).toEqual([]);
  });
});
