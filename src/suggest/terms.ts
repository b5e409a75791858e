import { memo } from "../core/memo.ts";
import type { Token } from "../core/postmortem.ts";
import type { Competency, Taxonomy } from "../core/taxonomy.ts";
import { stemsIn, stemTokens, type TokenStem } from "../prose/stems.ts";

/** A name, alias or signal of the taxonomy in a text. */
export interface TermMatch {
  readonly competency: string;
  /** As the taxonomy writes it. */
  readonly term: string;
  /** Tokens `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** Whether it is a competency rather than a whole domain. */
  readonly isSpecific: boolean;
}

interface IndexedTerm {
  readonly competency: Competency;
  readonly term: string;
  readonly stems: readonly string[];
}

function termsOf(competency: Competency): readonly IndexedTerm[] {
  const { id, name, aliases, signals } = competency;
  const own = (id.split(".").at(-1) ?? id).replaceAll("-", " ");
  const terms = new Set([own, name.toLowerCase(), ...aliases, ...signals]);
  return [...terms].map((term) => ({ competency, term, stems: stemsIn(term) }));
}

type TermIndex = ReadonlyMap<string, readonly IndexedTerm[]>;

/** Taxonomies never change, so the terms of each are indexed once, by their first stem. */
const indexOf = memo((taxonomy: Taxonomy): TermIndex => {
  const index = new Map<string, IndexedTerm[]>();
  for (const indexed of taxonomy.competencies.flatMap(termsOf)) {
    const [first] = indexed.stems;
    if (first === undefined) continue;
    const others = index.get(first);
    if (others) others.push(indexed);
    else index.set(first, [indexed]);
  }
  return index;
});

/** A link with what it shows: `[label](address)`. */
const LINK = /^\[([^\]]*)\]\(/;
/** A path of several folders, or the name of a file, which are named after anything: "docs/vpn/README.md". */
const FILE =
  /^(?:[\w.~-]*\/){2,}[\w.~-]*$|^[\w./~-]*\w\.(?:c|conf|cfg|go|ini|java|js|json|log|md|php|pl|py|rb|rs|sh|sql|tf|toml|ts|txt|xml|ya?ml)$/i;

/** What of a token its writer says: a link what it shows; code, an address and a quotation nothing. */
function ownWords({ type, text, quoted }: Token): string {
  if (quoted) return "";
  return type === "opaque" ? (LINK.exec(text)?.[1] ?? "") : text;
}

/** The end of the tokens from one on that nothing parts. */
function endOfRun(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  while (tokens[end] && tokens[end]?.start === tokens[end - 1]?.end) end += 1;
  return end;
}

/**
 * The stems of a row of tokens among which terms are looked for. An address, a file, code or a line of a log
 * names much that the sentence is not about.
 */
export function termStems(tokens: readonly Token[]): readonly TokenStem[] {
  const written: { readonly type: Token["type"]; readonly text: string }[] = [];
  for (let start = 0; start < tokens.length;) {
    const run = tokens.slice(start, endOfRun(tokens, start));
    const text = run.map((token) => token.text).join("");
    const isFile = FILE.test(text.replace(/[.,:;)]{1,3}$/, ""));
    for (const token of run)
      written.push({ type: token.type, text: isFile ? "" : ownWords(token) });
    start += run.length;
  }
  return stemTokens(written);
}

/** The terms of the taxonomy that stand in a text, whatever their word forms. */
export function findTerms(stems: readonly TokenStem[], taxonomy: Taxonomy): readonly TermMatch[] {
  const index = indexOf(taxonomy);
  return stems.flatMap(({ stem, token }, at) =>
    (index.get(stem) ?? [])
      .filter((indexed) => indexed.stems.every((one, next) => stems[at + next]?.stem === one))
      .map(({ competency, term, stems: { length } }): TermMatch => {
        const end = (stems[at + length - 1]?.token ?? token) + 1;
        const isSpecific = competency.parent !== null;
        return { competency: competency.id, term, start: token, end, isSpecific };
      }),
  );
}

/** The term that says most: the longest, a competency before a domain, the first. */
export function bestTerm(matches: readonly TermMatch[]): TermMatch | null {
  const words = ({ start, end }: TermMatch) => end - start;
  const [best] = matches.toSorted(
    (a, b) =>
      words(b) - words(a) || Number(b.isSpecific) - Number(a.isSpecific) || a.start - b.start,
  );
  return best ?? null;
}
