import type { Recorded } from "../../recording/record.ts";

/** How resources of a recording name each other: by the inputs whose values come from another's outputs. */
export class ResourceLinks {
  readonly #recording: readonly Recorded[];
  readonly #byUrn: ReadonlyMap<string, Recorded>;

  constructor(recording: readonly Recorded[]) {
    this.#recording = recording;
    this.#byUrn = new Map(recording.map((resource) => [resource.urn, resource]));
  }

  /** All of one kind, such as `lb/listener:Listener`. */
  ofKind(kind: string): readonly Recorded[] {
    return this.#recording.filter(({ type }) => type === `aws:${kind}`);
  }

  /** What one input of a resource comes from; of one kind only, where that is given. */
  sources({ inputDependencies }: Recorded, input: string, kind?: string): readonly Recorded[] {
    const found = (inputDependencies[input] ?? []).flatMap((urn) => this.#byUrn.get(urn) ?? []);
    return kind === undefined ? found : found.filter(({ type }) => type === `aws:${kind}`);
  }

  /** The resources of one kind that name another by one input. */
  namers(kind: string, input: string, named: Recorded): readonly Recorded[] {
    return this.ofKind(kind).filter((resource) => this.sources(resource, input).includes(named));
  }
}
