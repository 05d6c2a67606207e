import type { StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { PackConfiguration } from "../engine/pack-policies.ts";
import type { Pack } from "./pack.ts";
import { type AnalyzeStack, type Diagnostic, makeAnalyzeResponse, makeAnalyzeStack } from "./sdk.ts";

/**
 * Judges the stack by all stack rules on one decoding of it; the SDK decodes every resource anew for
 * each of them. The SDK's own analysis still decodes, once, by a policy that only looks.
 */
export function analyzeStackOnce(pack: Pack, configuration: () => PackConfiguration): AnalyzeStack {
  return (call, callback) => {
    let response: analyzerPb.AnalyzeResponse | undefined;
    const decode = makeAnalyzeStack(pack.name, pack.version, "mandatory", [{
      name: "stack",
      description: "decodes the stack",
      enforcementLevel: "mandatory",
      validateStack: (args) => {
        response = judge(pack, args, configuration());
      },
    }]);
    decode(call, (error, decoded) => {
      callback(error, response ?? decoded);
    });
  };
}

function judge(pack: Pack, args: StackValidationArgs, configuration: PackConfiguration): analyzerPb.AnalyzeResponse {
  const diagnostics: Diagnostic[] = [];
  const notApplicable: analyzerPb.PolicyNotApplicable[] = [];
  for (const policy of pack.policies.filter(isStackPolicy)) {
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
        // Nothing can be put right in a stack policy.
        enforcementLevel: level === "remediate" ? "mandatory" : level,
        ...(urn === undefined ? {} : { urn }),
        ...(policy.severity === undefined ? {} : { severity: policy.severity }),
      });
    };
    const reason = reasonNotToApply((refuse) => {
      const given: StackValidationArgs = { ...args, getConfig: () => Object(configured?.properties ?? {}), notApplicable: refuse };
      void policy.validateStack(given, report);
    });
    if (reason !== undefined) {
      notApplicable.push(new analyzerPb.PolicyNotApplicable().setPolicyName(policy.name).setReason(reason));
    }
  }
  return makeAnalyzeResponse(diagnostics, notApplicable);
}

class NotApplicable extends Error {
  override readonly name = "NotApplicable";
}

/** Runs a policy that may say, by throwing, that it does not apply. */
function reasonNotToApply(run: (refuse: (reason?: string) => never) => void): string | undefined {
  try {
    run((reason) => {
      throw new NotApplicable(reason ?? "");
    });
    return undefined;
  } catch (error) {
    if (error instanceof NotApplicable) {
      return error.message;
    }
    throw error;
  }
}

function isStackPolicy(policy: Pack["policies"][number]): policy is StackValidationPolicy {
  return "validateStack" in policy;
}
