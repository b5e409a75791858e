import { PHASES } from "../../core/postmortem.ts";
import { findTerm, type Taxonomy, type Term } from "../../core/taxonomy.ts";

const PARTS = ["competency", "kind", "team", "phase"] as const;
type PartName = (typeof PARTS)[number];

/** What stands between the parts of what looks like a tag. */
const BETWEEN = /[,;|]|(?<=\s)\/(?=\s)/;
const NAMED = /^(competency|kind|team|phase)\s*[:=]\s*(.+)$/i;

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
    if (part === "" || NAMED.test(part) || isKnown(part)) return part === "" ? [] : [part];
    const words = part.split(/\s+/);
    return words.length > 1 && words.every(isKnown) ? words : [part];
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
    const [, label = "", value = piece] = NAMED.exec(piece) ?? [];
    const name = PARTS.find((one) => one === label.toLowerCase()) ?? nameOf(piece);
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
