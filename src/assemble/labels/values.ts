import { listOfKey, type ReadableKey } from "../../core/document/readable-keys.ts";
import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { ok, type Result } from "../../core/result.ts";
import { findTerm, foldName, type Term, type TermList } from "../../core/taxonomy.ts";
import { anyWord, escapePattern, longestWord } from "../../core/text/escape-pattern.ts";
import { inBracketsOf, withoutLastBrackets } from "../../core/text/in-brackets.ts";
import { peopleOf } from "../../people/people-of.ts";
import { WITHHELD } from "../../people/recogniser.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { fitName, type FoundName } from "../frontmatter/other-tools-values.ts";
import { ARROWS } from "../written/arrows.ts";
import { mayBeService } from "./may-be-service.ts";

/** A name that a value tells, and whether its words alone say so. */
export interface ReadName extends FoundName {
  readonly how: "stated" | "inferred";
}

/** A severity in a word or two of a team's own: "major", "very high". */
const OWN_WORD = /^(?:\p{L}{2,20}(?: \p{L}{2,20})?|\p{Script=Han})$/u;
/** A longer value tells a story rather than a source. */
const MOST_WORDS = 8;
/** Hyphens that do not break a line, or look like one. */
const HYPHENS = /[\u2010\u2011]/g;
const denialsOf = memo(({ denials }: Vocabulary) => new RegExp(denials.join("|"), "iu"));

/** Whether a text says that something of which it speaks was not so. */
export function isDenied(text: string, { vocabulary }: AssembleContext): boolean {
  return denialsOf(vocabulary).test(text);
}

/** The value without what explains it: "SEV2 (major)", "SEV2 – major". */
export function plain(text: string): string {
  return withoutLastBrackets(text)
    .replace(/(?<!\s)\s+[–—-]\s.*$/, "")
    .replace(/(?<![.;])[.;]+$/, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .trim();
}

/** A scoped label of a tracker, `~"severity::2"`, as its scope and its value. */
export const SCOPED = /~?["`]?(\p{L}[\p{L} _-]{1,30})::([\p{L}\d][^"`\s]*)["`]?/u;

/** The mark of a footnote that ends a name: "redis [2]", "redis*". */
const MARK = /\s?(?:\[[a-z\d]{1,2}\]|(?<!\*)\*{1,3}|[†‡])$/i;

/** A name without what tools put around it: a handle's sign, quotes, the scope of a label, a footnote's mark. */
export function bareName(text: string): string {
  const [, , scoped] = SCOPED.exec(text) ?? [];
  return (scoped ?? text.replace(/^(?::[a-z\d_+-]+:\s*)+/, ""))
    .replace(MARK, "")
    .replace(/^[@~"`']+|(?<!["`'])["`']+$/g, "")
    .trim();
}

interface SeverityPatterns {
  /** What a value may have before itself once more: "Severity: high". */
  readonly label: RegExp;
  readonly level: RegExp;
  /** A level and nothing else, which a team counts beyond those that its taxonomy lists. */
  readonly levelAlone: RegExp;
  readonly changed: RegExp;
  readonly words: readonly string[];
}

const severityPatterns = memo(
  ({ severity_words: { levels, changed, onto } }: Vocabulary): SeverityPatterns => {
    const any = (words: readonly string[]) => `(?:${words.map(escapePattern).join("|")})`;
    return {
      label: new RegExp(String.raw`^\W*${any(levels)}\s*[:：]\s*(?=\p{L})`, "iu"),
      level: new RegExp(String.raw`^(?:${any(levels)}[\s:_/.-]*){0,2}(\d)(?!\d|[.,]\d)`, "iu"),
      levelAlone: new RegExp(String.raw`^${any(levels)}[\s_-]*\d$`, "iu"),
      // "raised from SEV3 to SEV2": that word alone says it where a level follows.
      changed: new RegExp(
        String.raw`(?:${ARROWS}|(?<!\p{L})${any(changed)}|(?<!\p{L})${anyWord(onto)}(?=\s+\W{0,2}${any(levels)}[\s:_-]*\d))\s*`,
        "giu",
      ),
      words: levels,
    };
  },
);

/** Every way to write the level that a text begins with: "2 - High" is P2, SEV2 and priority 2. */
function levelsIn(text: string, { vocabulary }: AssembleContext): readonly string[] {
  const { level, words } = severityPatterns(vocabulary);
  const [, number] = level.exec(text.replace(/^[^\p{L}\p{N}]+/u, "")) ?? [];
  if (number === undefined) return [];
  return words.flatMap((word) => [`${word}${number}`, `${word} ${number}`, `${word}-${number}`]);
}

/** A text without the bracket at its end that none opens. */
export function withoutLooseEnd(text: string): string {
  return withoutLastBrackets(text) === text && text.endsWith(")") ? text.slice(0, -1) : text;
}

function withoutLabel(text: string, { vocabulary }: AssembleContext): string {
  return text.replace(severityPatterns(vocabulary).label, "");
}

/** What a value says since it was changed: of "SEV-2 → SEV-1" the latter. */
function sinceChanged(text: string, { vocabulary }: AssembleContext): string {
  const last = text.split(severityPatterns(vocabulary).changed).at(-1) ?? text;
  return last.replace(/(?<![)\s])[)\s]+$/, "") === "" ? text : withoutLooseEnd(last);
}

/** The last step of a name that is a way to it, "group:default/gateway"; empty where it has one step. */
export function lastStep(text: string): string {
  const name = text.trim();
  if (!/^[\w.:/-]{3,80}$/.test(name)) return "";
  return name.slice(Math.max(...[".", ":", "/"].map((sign) => name.lastIndexOf(sign))) + 1);
}

const teamWords = memo(({ action_phrases: { teams }, people, lists }: Vocabulary) => {
  const before = String.raw`(?:${anyWord(lists.articles)}\s+|\p{L}['’])?${longestWord(teams)}\s+`;
  const article = String.raw`${anyWord(lists.articles)}\s+`;
  const behind = String.raw`[\s_-]+${anyWord([...teams, ...people.within_teams])}`;
  return new RegExp(`^(?:${before}|${article})|${behind}$`, "giu");
});

/** The name of a team without an article and without a word for "team". */
function withoutTeamWord(text: string, { vocabulary }: AssembleContext): string {
  return text.replace(teamWords(vocabulary), "");
}

/** What of a value may be the name: all of it, its plain part, its first part, or its brackets. */
function candidates(
  key: ReadableKey,
  written: string,
  context: AssembleContext,
): readonly string[] {
  const text = key === "severity" ? sinceChanged(withoutLabel(written, context), context) : written;
  const called = key === "severity" ? [text.replace(/(?<!!)!+$/, "")] : [];
  const own = [text, plain(text), bareName(text), bareName(plain(text)), ...called];
  // Notes that link to others name them by their place: "services.gateway", "teams/payments".
  if (key !== "severity") {
    const parted = bareName(text).replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, "-");
    const short = key === "teams" ? [withoutTeamWord(plain(text), context)] : [];
    const first = key === "detected_by" ? [plain(text.split(",")[0] ?? "")] : [];
    return [...own, ...first, lastStep(text), parted, ...short].filter((one) => one !== "");
  }
  const [, first = ""] = /^\W*([\p{L}\p{N}_-]+(?:\s\d)?)(?=$|[\s(,:;/|–—])/u.exec(text) ?? [];
  const inBrackets = inBracketsOf(text) ?? "";
  const levels = [
    ...levelsIn(text.replace(/^\s*(?::[a-z\d_+-]+:\s*)+/, ""), context),
    ...levelsIn(bareName(text), context),
  ];
  const dashed = first.split("-")[0] ?? "";
  const found = [...own, first, first.replace(/\s\d$/, ""), ...levels, dashed, inBrackets];
  return found.filter((one) => one !== "");
}

/** The severity of the taxonomy that a value names in any of its spellings: "S-2", "2 - high"; else none. */
export function fitSeverity(value: unknown, context: AssembleContext): Result<FoundName> {
  const whole = fitName(value, "severities", context);
  if (whole.ok || (typeof value !== "string" && typeof value !== "number")) return whole;
  const written = String(value);
  const found = candidates("severity", written, context)
    .map((one) => fitName(one, "severities", context))
    .find((one) => one.ok);
  return found?.ok === true ? ok({ ...found.value, written }) : whole;
}

/** The one term that a short value speaks of: "PagerDuty alert". */
function mentionedIn(text: string, list: TermList, context: AssembleContext): ReadName | null {
  if (text.split(/\s+/).length > MOST_WORDS || isDenied(text, context)) return null;
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

/** A severity in a word or two of a team's own, which a rule reports as the taxonomy lacks it; else null. */
export function ownSeverity(written: string, context: AssembleContext): ReadName | null {
  const word = plain(peopleOf(context).redact(written));
  const { no_value: none, placeholders, action_statuses, document_statuses } = context.vocabulary;
  // A state, "pending", says how far somebody is with it.
  const states = [action_statuses, document_statuses].flatMap((one) => Object.values(one).flat());
  const isNone =
    [...none, ...placeholders, ...states].includes(word.toLowerCase()) || isDenied(word, context);
  return OWN_WORD.test(word) && !isNone ? { id: word, written: word, how: "stated" } : null;
}

/** The team that a text names, also as a handle or with "team" beside its name; null where it names none. */
export function teamCalled(text: string, context: AssembleContext): Term | null {
  const { teams } = context.taxonomy;
  const bare = bareName(text).replace(/^[\w-]+\/(?=\w)/, "");
  const short = withoutTeamWord(bare, context);
  return findTerm(teams, bare) ?? findTerm(teams, short) ?? findTerm(teams, lastStep(bare));
}

/** The name that a labelled value tells; null where it tells none. */
export function nameOf(
  key: ReadableKey,
  written: string,
  context: AssembleContext,
): ReadName | null {
  const team = key === "teams" ? teamCalled(written.trim(), context) : null;
  if (team) return { id: team.id, written, how: "stated" };
  // Whoever is named is so by signs that the plain text lacks: `@name` would be read as a name.
  const text = peopleOf(context).redact(written.replace(HYPHENS, "-"));
  const list = listOfKey(key);
  if (list === undefined) return null;
  if (text.trim() === WITHHELD) return null;
  const isOpen = context.taxonomy[list].length === 0;
  // In prose a name that nobody lists is as likely a person's.
  const short = plain(text.replace(/:\s.*$/, ""));
  if (isOpen && !(key === "services" && mayBeService(short, context.vocabulary))) return null;
  for (const candidate of isOpen ? [short] : candidates(key, text, context)) {
    const name = fitName(candidate, list, context);
    if (name.ok) return { ...name.value, how: "stated" };
  }
  const level = plain(text);
  const { levelAlone } = severityPatterns(context.vocabulary);
  if (key === "severity" && levelAlone.test(level))
    return { id: level, written: level, how: "stated" };
  return key === "detected_by" ? mentionedIn(text, list, context) : null;
}

/** Whether a severity is such a word, which is read as written and written nowhere. */
export function isOwnWord({ value }: Fact<string>, { taxonomy }: AssembleContext): boolean {
  return OWN_WORD.test(value) && findTerm(taxonomy.severities, value) === null;
}

/** More words before a team are a sentence, which may say anything of it. */
const MOST_BEFORE_HELPER = 3;

/** The team that a few words end in: "with help from core". */
export function helpingTeam(part: string, context: AssembleContext): ReadName | null {
  const words = part.split(" ");
  if (!/^\p{Ll}/u.test(part) || words.length > MOST_BEFORE_HELPER + 1) return null;
  const name = nameOf("teams", words.at(-1) ?? "", context);
  return name && { ...name, how: "inferred" };
}

/** A longer row of words is a sentence. */
const MOST_SIDE_BY_SIDE = 12;

/** Words as known names that stand side by side, "Booking API Redis"; null where they are none. */
export function sideBySide(
  words: readonly string[],
  isKnown: (text: string) => boolean,
): readonly string[] | null {
  const names: string[] = [];
  for (let at = 0; at < words.length;) {
    const lengths = [4, 3, 2, 1].filter((count) => at + count <= words.length);
    const length = lengths.find((count) => isKnown(words.slice(at, at + count).join(" ")));
    if (length === undefined || names.length > MOST_SIDE_BY_SIDE) return null;
    names.push(words.slice(at, at + length).join(" "));
    at += length;
  }
  return names;
}
