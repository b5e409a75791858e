import type { z } from "zod";

/** All objects in a value, itself among them, in their order; without recursion, so however deep. */
export function innerObjects(value: unknown): readonly object[] {
  const found: object[] = [];
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== "object" || one === null) continue;
    if (!Array.isArray(one)) found.push(one);
    const inner: readonly unknown[] = Object.values(one);
    for (const each of inner.toReversed()) waiting.push(each);
  }
  return found;
}

/**
 * All that is of a form in a value, wherever it stands. Tools show people in many places, and a name that
 * no field is read for may still be said in a text.
 */
export function innerOf<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
): readonly z.output<Schema>[] {
  return innerObjects(value).flatMap((one) => {
    const parsed = schema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}
