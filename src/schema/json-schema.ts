import { z } from "zod";
import { type Taxonomy, TERM_LIST_NAMES } from "../core/taxonomy.ts";
import { configSchema } from "./config.ts";
import { TERMS_KEY } from "./fields.ts";
import { frontmatterSchema } from "./frontmatter.ts";
import { interventionsSchema } from "./interventions.ts";
import { reviewDecisionsSchema } from "./review-decisions.ts";
import { signalsSchema } from "./signals.ts";
import { taxonomySchema } from "./taxonomy.ts";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The files that people write and that have a JSON Schema. */
export const SCHEMA_NAMES = [
  "frontmatter",
  "taxonomy",
  "config",
  "interventions",
  "review",
  "signals",
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** Whether a file names terms of the taxonomy, so that its schema can offer them. */
export function namesTerms(name: SchemaName): boolean {
  return name !== "taxonomy" && name !== "config";
}

const FILES = {
  frontmatter: { title: "Frontmatter of a postmortem", schema: frontmatterSchema("strict") },
  taxonomy: { title: "Taxonomy of pm", schema: taxonomySchema },
  config: { title: "Configuration of pm (pm.yaml)", schema: configSchema },
  interventions: { title: "Interventions of pm", schema: interventionsSchema },
  review: { title: "Decisions of a review (reviews/YYYY-MM.yaml)", schema: reviewDecisionsSchema },
  signals: { title: "Gaps that were foreseen (signals.yaml)", schema: signalsSchema },
} as const satisfies Record<SchemaName, { title: string; schema: z.ZodType }>;

/** `severity:` with nothing after it says nothing yet, and pm reads it so. */
function orEmpty(schema: JsonSchema): JsonSchema {
  const { description, type, anyOf, ...rest } = schema;
  const isPlain = type !== undefined && rest.enum === undefined && rest.const === undefined;
  if (isPlain) return { ...schema, type: [...[type].flat(), "null"] };
  const described = description === undefined ? {} : { description };
  const present = anyOf ?? [type === undefined ? rest : { type, ...rest }];
  return { ...described, anyOf: [...present, { type: "null" }] };
}

/** Offers the ids of a list, and still takes their names and aliases, which nobody needs offered. */
function offerIds(schema: JsonSchema, list: unknown, taxonomy: Taxonomy | null): JsonSchema {
  const name = TERM_LIST_NAMES.find((one) => one === list);
  const terms = name === undefined || taxonomy === null ? [] : taxonomy[name];
  if (terms.length === 0) return schema;
  const { description, ...rest } = schema;
  const described = description === undefined ? {} : { description };
  return { ...described, anyOf: [{ enum: terms.map(({ id }) => id) }, rest] };
}

type Refine = (schema: JsonSchema) => JsonSchema;

function refineProperties({ properties = {}, required = [] }: JsonSchema, refine: Refine) {
  const refined: Record<string, boolean | JsonSchema> = {};
  for (const [name, property] of Object.entries(properties)) {
    const inner = typeof property === "boolean" ? property : refine(property);
    const isOptional = typeof inner !== "boolean" && !required.includes(name);
    refined[name] = isOptional ? orEmpty(inner) : inner;
  }
  return refined;
}

/** What pm takes beyond what its schemas say: keys without a value; and the ids of a taxonomy. */
function refined(schema: JsonSchema, taxonomy: Taxonomy | null): JsonSchema {
  const refine: Refine = (inner) => refined(inner, taxonomy);
  const { [TERMS_KEY]: list, ...rest } = schema;
  const { properties, items, anyOf } = rest;
  const inner = {
    ...rest,
    ...(properties ? { properties: refineProperties(rest, refine) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(refine) } : {}),
    ...(typeof items === "object" && !Array.isArray(items) ? { items: refine(items) } : {}),
  };
  return offerIds(inner, list, taxonomy);
}

/**
 * The JSON Schema of a file, from the same source as its validation. It is of draft 7, the latest
 * that the YAML language server knows well.
 * @param taxonomy offers its ids wherever a file names something of a taxonomy.
 */
export function jsonSchemaText(name: SchemaName, taxonomy: Taxonomy | null): string {
  const { title, schema } = FILES[name];
  const made = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    unrepresentable: "any",
  });
  const { $schema, ...rest } = made;
  return `${JSON.stringify({ $schema, title, ...refined(rest, taxonomy) }, null, 2)}\n`;
}
