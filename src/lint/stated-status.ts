import type { Postmortem } from "../core/postmortem.ts";
import { hasUnreadValue } from "./unread-value.ts";

/**
 * Whether the frontmatter says how far the document is, also in a value that is reported already.
 * By that a person vouches for it; what `pm` writes into old documents does not.
 */
export function statesStatus(postmortem: Postmortem): boolean {
  const { status } = postmortem;
  return status?.source.origin === "frontmatter" || hasUnreadValue(postmortem, "status");
}

/** Whether the frontmatter cannot be read: what it states is not known then. */
export function isBroken({ problems }: Postmortem): boolean {
  return problems.some(({ kind }) => kind === "unparsed");
}
