import { once } from "../core/memo.ts";
import { type Span, spansOf } from "./span.ts";

/** What stands before the name of a user in the path of a home folder, on Linux, macOS and Windows. */
const ROOTS = String.raw`(?<![\p{L}\p{N}_.~/\\-])(?:/(?:home|Users)/|[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2}|/mnt/[a-z]/Users/)`;
const USER = String.raw`\p{L}[\p{L}\p{M}\p{N}_.-]{0,62}`;
/** The folder is named with something in it: `/home/page` alone may be a page of a site. */
const HOME = once(
  () => new RegExp(`${ROOTS}(?<who>${USER})(?=[\\\\/]{1,2}[\\p{L}\\p{N}_.~-])`, "gu"),
);

/** What every path of a home folder holds. */
export const HOME_SIGN = /\/home\/|Users[\\/]/;

/** Whether a text may have a path of a home folder. */
export function mayHaveHome(text: string): boolean {
  return HOME_SIGN.test(text);
}

/**
 * Names of users in paths of their home folders: `/home/jroe/app`, `C:\Users\jroe\app`.
 * @param isGroup whether a name is that of a team, a role or a user that every system has.
 */
export function homeSpans(text: string, isGroup: (name: string) => boolean): readonly Span[] {
  return spansOf(HOME(), text).filter(({ start, end }) => !isGroup(text.slice(start, end)));
}
