import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";

/** The calls of google-protobuf's reader that are made here. */
interface WireReader {
  nextField(): boolean;
  getFieldNumber(): number;
  readString(): string;
  readDouble(): number;
  readBool(): boolean;
  readMessage(message: object, read: (message: object, reader: WireReader) => void): void;
  skipField(): void;
}

/** google.protobuf.Struct and Value, by the numbers of their fields. */
const FIELD = { structFields: 1, entryKey: 1, entryValue: 2, number: 2, text: 3, truth: 4, struct: 5, list: 6, listValues: 1 } as const;

/**
 * Has resources' properties decoded straight into the JavaScript that the policy SDK asks of them.
 * Decoded as protobuf has it, each value becomes a message of its own first, and that is most of what a
 * judgement costs. The class is the one that the messages of the engine are made with; its version is
 * pinned with the SDK's.
 */
export function decodeStructsDirectly(): void {
  const withProperties = new Uint8Array([0x12, 0]);
  const struct: unknown = analyzerPb.AnalyzeRequest.deserializeBinary(withProperties).getProperties()?.constructor;
  const prototype: unknown = typeof struct === "function" ? struct.prototype : undefined;
  if (typeof struct !== "function" || typeof prototype !== "object" || prototype === null) {
    throw new TypeError("the engine's messages hold no properties");
  }
  const original: unknown = Reflect.get(prototype, "toJavaScript");
  const decoded = new WeakMap<object, Record<string, unknown>>();
  Reflect.set(struct, "deserializeBinaryFromReader", (message: object, reader: WireReader) => {
    decoded.set(message, readStruct(reader));
    return message;
  });
  Reflect.set(prototype, "toJavaScript", function toJavaScript(this: object): unknown {
    return decoded.get(this) ?? (typeof original === "function" ? Reflect.apply(original, this, []) : {});
  });
}

function readStruct(reader: WireReader): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  eachField(reader, FIELD.structFields, () => {
    let key = "";
    let value: unknown = null;
    reader.readMessage(fields, () => {
      while (reader.nextField()) {
        if (reader.getFieldNumber() === FIELD.entryKey) {
          key = reader.readString();
        } else if (reader.getFieldNumber() === FIELD.entryValue) {
          value = readNested(reader, readValue);
        } else {
          reader.skipField();
        }
      }
    });
    fields[key] = value;
  });
  return fields;
}

function readValue(reader: WireReader): unknown {
  let value: unknown = null;
  while (reader.nextField()) {
    switch (reader.getFieldNumber()) {
      case FIELD.number:
        value = reader.readDouble();
        break;
      case FIELD.text:
        value = reader.readString();
        break;
      case FIELD.truth:
        value = reader.readBool();
        break;
      case FIELD.struct:
        value = readNested(reader, readStruct);
        break;
      case FIELD.list:
        value = readNested(reader, readList);
        break;
      default:
        reader.skipField();
    }
  }
  return value;
}

function readList(reader: WireReader): readonly unknown[] {
  const items: unknown[] = [];
  eachField(reader, FIELD.listValues, () => {
    items.push(readNested(reader, readValue));
  });
  return items;
}

function eachField(reader: WireReader, field: number, read: () => void): void {
  while (reader.nextField()) {
    if (reader.getFieldNumber() === field) {
      read();
    } else {
      reader.skipField();
    }
  }
}

/** Reads a message inside the message. */
function readNested<Value>(reader: WireReader, read: (reader: WireReader) => Value): Value | undefined {
  let value: Value | undefined;
  reader.readMessage(NESTED, () => {
    value = read(reader);
  });
  return value;
}

/** The reader wants a message to hand on, which is not looked at. */
const NESTED = {};
