import { bindingConditions } from "./policy-document-conditions.ts";
import { documentOf, type Statement } from "./policy-document.ts";
import type { Reader } from "./reader.ts";
import { tagOf } from "./tags.ts";

const ATTESTATION = "kms:recipientattestation:";

/** True for a key tagged `Enclave: true`, and for one whose policy grants something against attestation. */
export function isEnclaveKey(props: Reader): boolean {
  if (tagOf(props, "Enclave") === "true") {
    return true;
  }
  const document = documentOf(props, "policy");
  return document?.kind === "document" && document.statements.some(({ effect, conditions }) => effect === "Allow" && conditions.some(({ key }) => key.startsWith(ATTESTATION)));
}

/** True when a request without the measurements that the statement names is not met by it. */
export function requiresAttestation({ conditions }: Statement): boolean {
  return bindingConditions(conditions).some(({ key }) => key.startsWith(ATTESTATION));
}
