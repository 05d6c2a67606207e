/** A form that request bodies must have. */
export interface ApiModel {
  /** Letters and digits. */
  readonly name: string;
  /** JSON schema, draft 4, as text. */
  readonly schema: string;
}

/** Characters of a note; even if each is escaped, a body stays within what WAF looks through. */
const NOTE_LENGTH = 10_000;

const FIELDS = {
  name: { type: "string", minLength: 1, maxLength: 200 },
  birthDate: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
  recordType: { type: "string", enum: ["medical", "billing", "demographic"] },
  notes: { type: "string", maxLength: NOTE_LENGTH },
} as const;

/** Bodies of the records API (S3-05). The service gives the patient's id: an opaque one, never a number with a meaning. */
export const RECORDS_MODELS: readonly ApiModel[] = [
  model("PatientRecord", { required: ["name", "birthDate", "recordType"] }),
  model("PatientRecordChange", { minProperties: 1 }),
];

function model(name: string, demands: Readonly<Record<string, unknown>>): ApiModel {
  return {
    name,
    schema: JSON.stringify({ $schema: "http://json-schema.org/draft-04/schema#", title: name, type: "object", additionalProperties: false, ...demands, properties: FIELDS }),
  };
}
