import { z } from "zod";

/** One line of text; YAML reads `404` as a number, which a writer need not know. */
export const text = z.union([z.string(), z.number()]).transform(String);

/** Text or a list of texts: `services: checkout` means one. */
export const textList = z
  .union([text, z.array(text)])
  .transform((value) => (Array.isArray(value) ? value : [value]));

/** How a schema treats what does not fit: `strict` reports it, `lenient` leaves it out. */
export type Strictness = "strict" | "lenient";

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
