import { Reader } from "./reader.ts";

/**
 * The containers of an ECS task definition, given as JSON or as objects. A text that is no list of containers reads
 * as one container that says nothing, which no rule passes.
 */
export function containersOf(props: Reader): readonly Reader[] {
  const property = "containerDefinitions";
  const text = props.string(property);
  return text === undefined ? props.objects(property) : new Reader({ [property]: parsed(text) }).objects(property);
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [{}];
  } catch (error) {
    if (error instanceof SyntaxError) {
      return [{}];
    }
    throw error;
  }
}
