import { z } from "zod";
import type { Actor } from "../define.ts";
import { maybe, personOf, programOf, words } from "../fields.ts";

/** An account as the REST API (`type`) or `gh … --json` (`is_bot`) shows it; most are shown without a name. */
export const githubUser = z.object({
  login: words,
  name: words,
  email: words,
  type: words,
  is_bot: maybe(z.boolean()),
});

const BOT = /^app\/|\[bot\]$/;

/** Who an account is. */
export function githubActor(one: z.output<typeof githubUser> | null): Actor | null {
  if (one === null) return null;
  const { login, name, email, type, is_bot } = one;
  const isProgram = type === "Bot" || is_bot === true || BOT.test(login ?? "");
  return isProgram ? programOf(login?.replace(BOT, "")) : personOf(login, name, email);
}
