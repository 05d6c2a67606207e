import { deniesInsecureTransport } from "../../engine/policy-document-grants.ts";
import { documentOf, type PolicyDocument } from "../../engine/policy-document.ts";
import { defineStackRule } from "../../engine/rule.ts";

const FILES = "aws:efs/fileSystem:FileSystem";
const ACTIONS = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"];

function refusesPlain(document: PolicyDocument | undefined): boolean {
  const statements = document?.kind === "document" ? document.statements : [];
  const [resource = "*"] = statements.flatMap(({ resources }) => resources ?? []);
  return deniesInsecureTransport(statements, ACTIONS, [resource]);
}

export const efsPolicyTlsOnly = defineStackRule({
  name: "efs-policy-tls-only",
  description: "File systems refuse clients that mount them without TLS.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: [],
  remediation: ['Add a FileSystemPolicy that denies elasticfilesystem:ClientMount and elasticfilesystem:ClientWrite to principal "*" when "aws:SecureTransport" is "false".'],
  url: "https://docs.aws.amazon.com/efs/latest/ug/enforce-encryption-in-transit.html",
  resources: [FILES],
  check: (stack) =>
    stack.ofType(FILES).flatMap((subject) => {
      const policies = stack.referringTo(subject, "fileSystemId", "aws:efs/fileSystemPolicy:FileSystemPolicy");
      const refused = policies.some(({ props }) => refusesPlain(documentOf(props, "policy")));
      const found = policies.length === 0 ? "no policy" : "clients without TLS are not denied";
      return refused ? [] : [{ urn: policies[0]?.urn ?? subject.urn, property: "policy", found, required: "a policy that denies them" }];
    }),
});
