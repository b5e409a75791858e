/**
 * The parts of a CASE 1.1 CFPackage that pm writes, as a JSON Schema after the information model: which
 * properties there are, which are required, and their forms. The schema files of 1EdTech itself are for
 * its members only.
 */
const uuid = {
  type: "string",
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
};
const uri = { type: "string", pattern: "^[a-zA-Z][a-zA-Z0-9+.-]*:.+$" };
const text = { type: "string", minLength: 1 };
const texts = { type: "array", items: text, minItems: 1 };
const instant = { type: "string", format: "date-time" };

function object(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return {
    type: "object",
    additionalProperties: false,
    required: Object.keys(required),
    properties: { ...required, ...optional },
  };
}

const node = object({ title: text, identifier: uuid, uri }, { targetType: { const: "CASE" } });

const document = object(
  { identifier: uuid, uri, creator: text, title: text, lastChangeDateTime: instant },
  { caseVersion: { const: "1.1" }, description: text, language: text, version: text },
);

const item = object(
  { identifier: uuid, uri, fullStatement: text, lastChangeDateTime: instant },
  {
    ...{ alternativeLabel: text, CFItemType: text, humanCodingScheme: text, notes: text },
    ...{ abbreviatedStatement: text, conceptKeywords: texts, language: text },
  },
);

const association = object(
  {
    ...{ identifier: uuid, uri, originNodeURI: node, destinationNodeURI: node },
    associationType: {
      enum: [
        ...["isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo"],
        ...["replacedBy", "exemplar", "hasSkillLevel", "isTranslationOf"],
      ],
    },
    lastChangeDateTime: instant,
  },
  { sequenceNumber: { type: "integer" }, notes: text },
);

export const CASE_PACKAGE = object(
  { CFDocument: document },
  {
    CFItems: { type: "array", items: item },
    CFAssociations: { type: "array", items: association },
  },
);
