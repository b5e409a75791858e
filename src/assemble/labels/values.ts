import type { ReadableKey } from "../../core/readable-keys.ts";
import { foldName, type TermList } from "../../core/taxonomy.ts";
import type { AssembleContext } from "../context.ts";
import { fitName, type FoundName, LIST_OF_KEY } from "../frontmatter/other-tools-values.ts";

/** A name that a value tells, and whether its words alone say so. */
export interface ReadName extends FoundName {
  readonly how: "stated" | "inferred";
}

/** A service of a team that lists none: a short name, not a sentence. */
const SHORT_NAME = /^\p{L}[\p{L}\p{N}._/-]*(?: [\p{L}\p{N}._/-]+){0,2}$/u;
/** A level that a team counts beyond those that its taxonomy lists. */
const LEVEL = /^(?:sev|severity|p|s|priority|level)[\s_-]*\d$/i;
/** A longer value tells a story rather than a source. */
const MOST_WORDS = 8;
/** Hyphens that do not break a line, or look like one. */
const HYPHENS = /[\u2010\u2011]/g;
const DENIED = /\b(?:no|not|never|without|neither|nor|none|nobody|\p{L}+n't)\b/iu;

/** The value without what explains it: "SEV2 (major)", "SEV2 – major". */
export function plain(text: string): string {
  return text
    .replace(/\s*\([^)]*\)\s*$/, "")
    .replace(/\s+[–—-]\s.*$/, "")
    .replace(/[.;]+$/, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .trim();
}

/** What of a value may be the name: all of it, its plain part, its first part, or its brackets. */
function candidates(key: ReadableKey, label: string, text: string): readonly string[] {
  const own = [text, plain(text)];
  if (key !== "severity") return own;
  const [, first = ""] = /^\W*([\p{L}\p{N}_-]+(?:\s\d)?)(?=$|[\s(,:;/|–—])/u.exec(text) ?? [];
  const [, inBrackets = ""] = /\(([^)]+)\)/.exec(text) ?? [];
  const counted = /^\d$/.test(plain(text)) ? `${label.trim()} ${plain(text)}` : "";
  return [...own, counted, first, first.replace(/\s\d$/, ""), inBrackets].filter(
    (one) => one !== "",
  );
}

/** The one term that a short value speaks of: "PagerDuty alert". */
function mentionedIn(text: string, list: TermList, context: AssembleContext): ReadName | null {
  if (text.split(/\s+/).length > MOST_WORDS || DENIED.test(text)) return null;
  const words = ` ${foldName(text.replace(/[^\p{L}\p{N}\s-]/gu, " "))} `;
  const named = context.taxonomy[list].filter(({ id, name, aliases }) =>
    [id, name, ...aliases].some((one) => {
      const folded = foldName(one);
      return words.includes(` ${folded} `) || words.includes(` ${folded}s `);
    }),
  );
  const [term] = named;
  return term && named.length === 1 ? { id: term.id, written: text, how: "inferred" } : null;
}

/** Whether any name may stand for what the taxonomy lists nothing of. */
function fitsOpenList(key: ReadableKey, text: string, { vocabulary }: AssembleContext): boolean {
  if (key !== "services" || !SHORT_NAME.test(text)) return false;
  const words = foldName(text).split(" ");
  return !words.some((word) => vocabulary.not_services.includes(word));
}

/** The name that a labelled value tells; null where it tells none. */
export function nameOf(
  key: ReadableKey,
  label: string,
  written: string,
  context: AssembleContext,
): ReadName | null {
  const text = written.replace(HYPHENS, "-");
  const list = LIST_OF_KEY[key];
  if (list === undefined) return null;
  const isOpen = context.taxonomy[list].length === 0;
  // In prose a name that nobody lists is as likely a person's.
  const short = plain(text.replace(/:\s.*$/, ""));
  if (isOpen && !fitsOpenList(key, short, context)) return null;
  for (const candidate of isOpen ? [short] : candidates(key, label, text)) {
    const name = fitName(candidate, list, context);
    if (name.ok) return { ...name.value, how: "stated" };
  }
  const level = plain(text);
  if (key === "severity" && LEVEL.test(level)) return { id: level, written: level, how: "stated" };
  return key === "detected_by" ? mentionedIn(text, list, context) : null;
}
