import type { Postmortem } from "../core/postmortem.ts";

/** Whether a key of the frontmatter, or the one that it stands in, has a value that is reported already: what it means is then not missing. */
export function hasUnreadValue({ problems }: Postmortem, key: string): boolean {
  return problems.some(({ unreadKey }) => {
    return unreadKey !== undefined && (unreadKey === key || key.startsWith(`${unreadKey}.`));
  });
}
