import type { TermPlace } from "../core/document/term-place.ts";
import { type Milestone, MILESTONES, PHASES, type Postmortem } from "../core/postmortem.ts";
import { findTerm, type Taxonomy, type Term, TERM_LISTS, type TermList } from "../core/taxonomy.ts";
import { isoInstant } from "../core/time/calendar.ts";
import { PHASE_BOUNDS, PHASE_TITLES, phaseDuration } from "../core/time/durations.ts";
import { minutesText } from "../core/time/minutes-text.ts";
import { type EditorPosition, type EditorRange, editorRange, linesOf, touches } from "./places.ts";

/** What an editor shows beside a place, as markdown. */
export interface Hover {
  readonly contents: { readonly kind: "markdown"; readonly value: string };
  readonly range: EditorRange;
}

/** What each milestone means. */
const MEANINGS: Readonly<Record<Milestone, string>> = {
  started: "When the impact began, not when somebody noticed it.",
  detected: "When somebody or something noticed that something is wrong.",
  acknowledged: "When somebody took it on.",
  diagnosed: "When it was known what was wrong, well enough to act on it.",
  mitigated: "When the impact ended, even if by a workaround.",
  resolved: "When everything worked again as it should.",
};

/** A text without markup of its own. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, "\\$&").replace(/\s+/g, " ");
}

function linkOf({ title, url, hours }: Taxonomy["competencies"][number]["resources"][number]) {
  return `- [${plain(title)}](<${url}>)${hours === null ? "" : `, ${hours} h`}`;
}

/** What a list says of a term beside its description. */
function details(list: TermList, id: string, taxonomy: Taxonomy): readonly string[] {
  if (list === "services") {
    const owner = taxonomy.services.find((service) => service.id === id)?.owner;
    const name = owner && (findTerm(taxonomy.teams, owner)?.name ?? owner);
    return name ? [`Owner: ${plain(name)}`] : [];
  }
  if (list === "kinds") {
    const remedy = taxonomy.kinds.find((kind) => kind.id === id)?.remedy;
    return remedy ? [`Calls for: ${plain(remedy)}`] : [];
  }
  if (list !== "competencies") return [];
  const found = taxonomy.competencies.find((competency) => competency.id === id);
  const resources = (found?.resources ?? []).map(linkOf);
  return resources.length === 0 ? [] : [["To learn from:", "", ...resources].join("\n")];
}

function termText(list: TermList, term: Term, taxonomy: Taxonomy): string {
  const { id, name, description, aliases } = term;
  const title = name === id ? `**${plain(id)}**` : `**${plain(name)}** (${plain(id)})`;
  return [
    `${title}, ${TERM_LISTS[list].noun}`,
    ...(description === "" ? [] : [plain(description)]),
    ...(aliases.length === 0 ? [] : [`Also: ${aliases.map(plain).join(", ")}`]),
    ...details(list, id, taxonomy),
  ].join("\n\n");
}

/** The place of a document that names something of the taxonomy, and the term that it names. */
export function termAt(
  places: readonly TermPlace[],
  position: EditorPosition,
  taxonomy: Taxonomy,
): { readonly place: TermPlace; readonly term: Term } | null {
  const place = places.find(({ range }) => touches(editorRange(range), position));
  const term = place ? findTerm<Term>(taxonomy[place.list], place.written) : null;
  return place && term ? { place, term } : null;
}

/** How long the phase took that a milestone ends. */
function phaseText(name: Milestone, postmortem: Postmortem): readonly string[] {
  return PHASES.filter((phase) => PHASE_BOUNDS[phase][1] === name).flatMap((phase) => {
    const took = phaseDuration(postmortem, phase);
    const [from] = PHASE_BOUNDS[phase];
    return took ? [`${PHASE_TITLES[phase]} (${name} − ${from}): ${minutesText(took.value)}`] : [];
  });
}

/** The milestone that stands on a line: by its key in the frontmatter, or by the row that tells it. */
function milestoneAt(text: string, { line }: EditorPosition, postmortem: Postmortem) {
  const written = linesOf(text)[line] ?? "";
  const key = /^\s*(?<key>[a-z]+):/.exec(written)?.groups?.["key"];
  const end = linesOf(text).indexOf("---", 1);
  const isHead = line > 0 && line < end;
  return (
    MILESTONES.find((name) =>
      isHead ? name === key : postmortem.milestones[name]?.source.range.start.line === line + 1,
    ) ?? null
  );
}

/** What there is to say of a position: the term that stands there, or the milestone of its line. */
export function hoverAt(
  {
    text,
    places,
    postmortem,
  }: {
    readonly text: string;
    readonly places: readonly TermPlace[];
    readonly postmortem: Postmortem | null;
  },
  position: EditorPosition,
  taxonomy: Taxonomy,
): Hover | null {
  const found = termAt(places, position, taxonomy);
  if (found) {
    const { place, term } = found;
    const value = termText(place.list, term, taxonomy);
    return { contents: { kind: "markdown", value }, range: editorRange(place.range) };
  }
  const name = postmortem && milestoneAt(text, position, postmortem);
  if (!name) return null;
  const fact = postmortem.milestones[name];
  const title = fact ? `**${name}**, ${isoInstant(fact.value)}, ${fact.source.how}` : `**${name}**`;
  const value = [title, MEANINGS[name], ...phaseText(name, postmortem)].join("\n\n");
  const { length } = linesOf(text)[position.line] ?? "";
  const { line } = position;
  const range = { start: { line, character: 0 }, end: { line, character: length } };
  return { contents: { kind: "markdown", value }, range };
}
