import { PHASES } from "../../core/postmortem.ts";
import { findTerm, type Taxonomy, type Term } from "../../core/taxonomy.ts";

const PARTS = ["competency", "kind", "team", "phase"] as const;
type PartName = (typeof PARTS)[number];

/** What stands between the parts of what looks like a tag. */
const BETWEEN = /[,;|]|(?<=\s)\/(?=\s)/;
/** `team: payments`, `kind knowledge`, `who: payments`. */
const LABELLED = /^(\p{L}{2,12}?)s?(?:\s?[:=]\s?|\s)(\S.*)$/u;
/** Marks that people put around an id. */
const AROUND = /^["'“”‘’`[\]<>~*_]+|(?<!["'“”‘’`[\]<>*_])["'“”‘’`[\]<>*_]+$/gu;

function partsOfTaxonomy({ competencies, kinds, teams }: Taxonomy) {
  const isTerm = (terms: readonly Term[]) => (text: string) => findTerm<Term>(terms, text) !== null;
  return {
    competency: isTerm(competencies),
    kind: isTerm(kinds),
    team: isTerm(teams),
    phase: (text: string) => PHASES.some((phase) => phase === text.toLowerCase()),
  } satisfies Record<PartName, (text: string) => boolean>;
}

/** The pieces of a text, a longer one at its blanks where only its words are known. */
function piecesOf(inside: string, isKnown: (text: string) => boolean): readonly string[] {
  const parts = inside
    .replace(/^[\s:]+/, "")
    .split(BETWEEN)
    .map((part) => part.trim());
  return parts.flatMap((part) => {
    const bare = part.replace(AROUND, "");
    if (bare === "" || isKnown(bare)) return bare === "" ? [] : [bare];
    const words = bare.split(/\s+/);
    return words.length > 1 && words.every(isKnown) ? words : [bare];
  });
}

/**
 * The tag that a text between brackets means, whatever the order of its parts and the marks between
 * them: `knowledge; messaging.backpressure payments`. Null where a part is not known, or one stands twice.
 */
export function tagMeant(inside: string, taxonomy: Taxonomy): string | null {
  const isPart = partsOfTaxonomy(taxonomy);
  const nameOf = (text: string) => PARTS.find((name) => isPart[name](text));
  const found = new Map<PartName, string>();
  for (const piece of piecesOf(inside, (text) => nameOf(text) !== undefined)) {
    const own = nameOf(piece);
    const [, label = "", value = piece] = own === undefined ? (LABELLED.exec(piece) ?? []) : [];
    const name = own ?? PARTS.find((one) => one === label.toLowerCase()) ?? nameOf(value);
    if (name === undefined || !isPart[name](value) || found.has(name)) return null;
    found.set(name, value);
  }
  const [competency, kind, team, phase] = PARTS.map((name) => found.get(name));
  if (competency === undefined) return null;
  const parts = [
    competency,
    ...(kind === undefined ? [] : [kind]),
    ...(team === undefined ? [] : [`team: ${team}`]),
    ...(phase === undefined ? [] : [`phase: ${phase.toLowerCase()}`]),
  ];
  return `(gap: ${parts.join(", ")})`;
}
