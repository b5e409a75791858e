import { z } from "zod";
import type { Actor } from "../define.ts";
import { personOf, programOf, words } from "../fields.ts";

/** An account as the REST API or GraphQL shows it. */
export const gitlabUser = z.object({
  username: words,
  name: words,
  email: words,
  public_email: words,
});

/** Who an account is. */
export function gitlabActor(one: z.output<typeof gitlabUser> | null): Actor | null {
  if (one === null) return null;
  const isProgram = /^(?:project|group)_\d+_bot|^(?:ghost|alert-bot|support-bot)$/.test(
    one.username ?? "",
  );
  return isProgram
    ? programOf(one.name)
    : personOf(one.username, one.name, one.email, one.public_email);
}
