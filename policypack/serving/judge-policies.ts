import type { ResourceValidationArgs } from "@pulumi/policy";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { PackConfiguration } from "../engine/pack-policies.ts";
import type { Pack } from "./pack.ts";
import { type Diagnostic, makeAnalyzeResponse } from "./sdk.ts";

/** What a policy answers with, beside the arguments that all policies share. */
export interface Answering extends Pick<ResourceValidationArgs, "getConfig" | "notApplicable"> {
  readonly report: (message: string, urn?: string) => void;
}

type PackPolicy = Pack["policies"][number];

/** Asks each policy that is switched on, and makes one response of what they say. */
export function judgePolicies<Judging extends PackPolicy>(
  pack: Pack, policies: readonly Judging[], configuration: PackConfiguration, ask: (policy: Judging, answering: Answering) => void,
): analyzerPb.AnalyzeResponse {
  const diagnostics: Diagnostic[] = [];
  const notApplicable: analyzerPb.PolicyNotApplicable[] = [];
  for (const policy of policies) {
    const configured = configuration.get(policy.name);
    const level = configured?.enforcementLevel ?? policy.enforcementLevel ?? "mandatory";
    if (level === "disabled") {
      continue;
    }
    const report = (message: string, urn?: string): void => {
      diagnostics.push({
        policyName: policy.name,
        policyPackName: pack.name,
        policyPackVersion: pack.version,
        description: policy.description,
        message: `${policy.description}\n${message}`,
        // The pack reports and never puts anything right.
        enforcementLevel: level === "remediate" ? "mandatory" : level,
        ...(urn === undefined ? {} : { urn }),
        ...(policy.severity === undefined ? {} : { severity: policy.severity }),
      });
    };
    const reason = reasonNotToApply((refuse) => {
      ask(policy, { getConfig: () => Object(configured?.properties ?? {}), notApplicable: refuse, report });
    });
    if (reason !== undefined) {
      notApplicable.push(new analyzerPb.PolicyNotApplicable().setPolicyName(policy.name).setReason(reason));
    }
  }
  return makeAnalyzeResponse(diagnostics, notApplicable);
}

/** Thrown where a policy says that it does not apply. One for all: to record where from, each time, would cost more than the judgement. */
const REFUSAL = new Error("does not apply");

/** Runs a policy that may say, by throwing, that it does not apply. */
function reasonNotToApply(run: (refuse: (reason?: string) => never) => void): string | undefined {
  let given: string | undefined;
  try {
    run((reason) => {
      given = reason ?? "";
      throw REFUSAL;
    });
    return undefined;
  } catch (error) {
    if (error === REFUSAL) {
      return given;
    }
    throw error;
  }
}
