import { withoutGapTags } from "../core/text/gap-tag.ts";
import { replaced } from "../people/span.ts";
import type { Edition } from "./define.ts";
import { type FindLeaks, GAP_TAG, type Leak } from "./leaks.ts";
import { bodyOf, COMMENT, plainText, titleOf } from "./text.ts";

/** A link or picture of markdown: its text stays where its target may not. */
const LINK = /!?\[(?<label>[^[\]\n]{0,1000})\]\([^()\n]{0,2000}\)/gu;

/** A text without its leaks, and what they were. */
interface Cleaned {
  readonly text: string;
  readonly removed: readonly Leak[];
}

function withoutLinks(text: string, findLeaks: FindLeaks): Cleaned {
  const removed: Leak[] = [];
  const unlinked = text.replace(LINK, (whole: string, label: string) => {
    const leak = findLeaks(whole).find(({ kind }) => kind.id === "link");
    if (leak === undefined) return whole;
    removed.push(leak);
    return label;
  });
  return { text: unlinked, removed };
}

/** The text with a mark in place of each leak, until none is found: a mark can bring two parts together. */
function withoutLeaks(text: string, findLeaks: FindLeaks): Cleaned {
  const leaks = findLeaks(text);
  if (leaks.length === 0) return { text, removed: [] };
  const rest = withoutLeaks(
    replaced(text, leaks, ({ kind }) => kind.mark),
    findLeaks,
  );
  return { text: rest.text, removed: [...leaks, ...rest.removed] };
}

/** The document for everybody: without frontmatter, comments, gap tags and what the leak check finds. */
export const publicEdition = {
  name: "public",
  summary: "for everybody: without people, hosts, IP addresses, internal links and listed words",
  tellsTimes: false,
  refusedBy: [],
  render({ postmortem, text, findLeaks }) {
    const untagged = withoutGapTags(bodyOf(text).replace(COMMENT, ""));
    const body = untagged.text.trim();
    const titled = /^# /mu.test(body) ? body : `# ${plainText(titleOf(postmortem))}\n\n${body}`;
    const unlinked = withoutLinks(titled, findLeaks);
    const clean = withoutLeaks(unlinked.text, findLeaks);
    return {
      text: `${clean.text.trim()}\n`,
      removed: [
        ...[...unlinked.removed, ...clean.removed].map(({ kind }) => kind),
        ...Array.from({ length: untagged.tags }, () => GAP_TAG),
      ],
    };
  },
} as const satisfies Edition<"public">;
