import { z } from "zod";
import type { Actor } from "../define.ts";
import { maybe, personOf, programOf, words } from "../fields.ts";

const attributes = z.object({
  ...{ name: words, email: words, handle: words, uuid: words },
  service_account: maybe(z.boolean()),
});

/** A user of Datadog, a resource of its own or within the field of another. */
export const user = z.object({ type: z.literal("users"), id: words, attributes });

/** Somebody whom another tool named: the creator of an incident, who a task is for. */
const stranger = z.object({ name: z.string(), source: z.string(), icon: z.string() });
const creator = z.object({ name: z.string(), image_48_px: z.string() });

/** Everybody whom an entry shows. */
export const somebody = z.union([user, stranger, creator]);

/** A user, or somebody whom another tool named. */
export function personIn(one: z.output<typeof somebody>): Actor | null {
  if (!("attributes" in one)) return personOf(one.name);
  const { name, email, handle, uuid, service_account } = one.attributes;
  if (service_account === true) return programOf(name ?? handle);
  return personOf(name, email, handle, uuid ?? one.id);
}
