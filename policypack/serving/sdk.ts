import type { sendUnaryData, ServerUnaryCall } from "@grpc/grpc-js";
import type { EnforcementLevel, Policies, Severity } from "@pulumi/policy";
import * as protoutil from "@pulumi/policy/protoutil.js";
import * as server from "@pulumi/policy/server.js";
import type analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";

/*
 * The parts of the policy SDK's server that this pack calls itself. The SDK exports them without
 * declaring them; its version is pinned, and test/policypack/serving holds what is relied on.
 */

export type Unary<Request, Response> = (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => void;
export type Analyze = Unary<analyzerPb.AnalyzeRequest, analyzerPb.AnalyzeResponse>;
export type AnalyzeStack = Unary<analyzerPb.AnalyzeStackRequest, analyzerPb.AnalyzeResponse>;
export type Remediate = Unary<analyzerPb.AnalyzeRequest, analyzerPb.RemediateResponse>;
export type Configure = Unary<analyzerPb.ConfigureAnalyzerRequest, unknown>;

/** A violation as the SDK sends it. */
export interface Diagnostic {
  readonly policyName: string;
  readonly policyPackName: string;
  readonly policyPackVersion: string;
  readonly description: string;
  readonly message: string;
  readonly enforcementLevel: EnforcementLevel;
  readonly urn?: string;
  readonly severity?: Severity;
}

export const makeAnalyze: (pack: string, version: string, level: string, policies: Policies) => Analyze = Reflect.get(server, "makeAnalyzeRpcFun");
export const makeAnalyzeStack: (pack: string, version: string, level: string, policies: Policies) => AnalyzeStack = Reflect.get(server, "makeAnalyzeStackRpcFun");
export const makeAnalyzeResponse: (diagnostics: readonly Diagnostic[], notApplicable: readonly analyzerPb.PolicyNotApplicable[]) => analyzerPb.AnalyzeResponse =
  Reflect.get(protoutil, "makeAnalyzeResponse");
export const convertEnforcementLevel: (level: analyzerPb.EnforcementLevel) => EnforcementLevel = Reflect.get(protoutil, "convertEnforcementLevel");
