import { z } from "zod";
import { foldName, type TermList } from "../core/taxonomy.ts";

/** One line of text; YAML reads `404` as a number, which a writer need not know. */
export const text = z.union([z.string(), z.number()]).transform(String);

function oneOrMore(one: typeof text) {
  return z
    .union([one, z.array(one)])
    .transform((value) => (Array.isArray(value) ? value : [value]));
}

/** Text or a list of texts: `services: checkout` means one. */
export const textList = oneOrMore(text);

/** Where a field's JSON Schema says to which list of the taxonomy it refers. */
export const TERMS_KEY = "pm:terms";

/** Text that names something of the taxonomy. */
export function termOf(list: TermList) {
  return text.meta({ [TERMS_KEY]: list });
}

/** Names of something of the taxonomy: one, or a list. */
export function termsOf(list: TermList) {
  return oneOrMore(termOf(list));
}

/** How a schema treats what does not fit: `strict` reports it, `lenient` leaves it out. */
export type Strictness = "strict" | "lenient";

/**
 * One of some words. Its lenient form takes them in any case, with blanks or underscores for hyphens,
 * so that a value of which a rule says how to spell it is not lost.
 */
export function oneOf<const V extends readonly [string, ...string[]]>(
  values: V,
  strictness: Strictness,
): z.ZodType<V[number]> {
  const words = z.enum(values);
  if (strictness === "strict") return words;
  return z.preprocess((written) => {
    if (typeof written !== "string") return written;
    return values.find((one) => foldName(one) === foldName(written)) ?? written;
  }, words);
}

/** An optional field, which in lenient form is absent where its value does not fit. */
export function field<S extends z.ZodType>(schema: S, strictness: Strictness): z.ZodOptional<S> {
  const optional = schema.optional();
  if (strictness === "strict") return optional;
  return optional.catch(undefined as never) as unknown as z.ZodOptional<S>;
}

/** A list whose lenient form has null where an item does not fit, so that places keep their index. */
export function itemList<S extends z.ZodType>(
  item: S,
  strictness: Strictness,
): z.ZodArray<z.ZodNullable<S>> {
  if (strictness === "strict") return z.array(item) as unknown as z.ZodArray<z.ZodNullable<S>>;
  return z.array(item.nullable().catch(null as never)) as unknown as z.ZodArray<z.ZodNullable<S>>;
}

/** A mapping; its strict form refuses unknown keys. */
export function record<S extends z.ZodRawShape>(shape: S, strictness: Strictness): z.ZodObject<S> {
  return strictness === "strict" ? z.strictObject(shape) : z.object(shape);
}
