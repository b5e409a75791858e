import { resolve } from "node:path";
import { isPlaceholder } from "../assemble/written/phrases.ts";
import { byMilestone } from "../core/document/by-milestone.ts";
import { unlessInDoubt } from "../core/document/fact.ts";
import { joinNames, type ListedNames } from "../core/document/listed-names.ts";
import type { Finding } from "../core/finding.ts";
import type { SlideDeck } from "../core/output/slide-deck.ts";
import { indexLines } from "../core/places/line-index.ts";
import type { Point } from "../core/position.ts";
import { type Milestone, MILESTONES, type Postmortem } from "../core/postmortem.ts";
import { parseMarkdown } from "../parse/body/markdown.ts";
import { peopleOf } from "../people/people-of.ts";
import type { Redact } from "../people/recogniser.ts";
import { cacheSlot } from "../project/cache-folder.ts";
import { findOwn } from "../project/postmortem-files.ts";
import type { Project } from "../project/project.ts";
import { type ReadFolder, readFolder, readKeeping } from "../project/read-postmortems.ts";
import { readTexts } from "../project/read-texts.ts";
import { readNeeded, readShippedData } from "../project/shipped.ts";
import { parseHostEndings } from "../setup/hosts.ts";
import { deckOf } from "../share/deck.ts";
import type { Edition, EditionText } from "../share/define.ts";
import { jiraText } from "../share/jira.ts";
import { type FindLeaks, leakFinder, type LeakKind } from "../share/leaks.ts";
import { plainLine } from "../share/plain-line.ts";
import { withoutPrompts } from "../share/without-prompts.ts";
import { shownDocument } from "./anonymised.ts";
import { lintProject, type RuleCheck } from "./lint/lint.ts";

interface Names {
  readonly path: string;
  readonly listedNames: ListedNames;
}

const keepNames = ({ path, listedNames }: Postmortem): Names => ({ path, listedNames });

/** Names that any document of the project's folder lists; none where no configuration says which that is. */
async function namesOfFolder(project: Project): Promise<readonly ListedNames[]> {
  const found = await findOwn(project);
  if (found === null) return [];
  const read = await readKeeping(found, project, {
    needs: ["texts"],
    keep: keepNames,
    keepsText: () => false,
    ...cacheSlot(project, "names", []),
  });
  return read.postmortems.map(({ listedNames }) => listedNames);
}

/** What finds leaks in the texts of a document, and what withholds people alone. */
interface Searches {
  readonly findLeaks: FindLeaks;
  readonly redact: Redact;
}

async function searchesOf(path: string, text: string, project: Project): Promise<Searches> {
  const own = readTexts([{ path, text }], project, { needs: ["texts"], keep: keepNames });
  const ofText = joinNames(own.postmortems.map(({ listedNames }) => listedNames));
  const all = joinNames([ofText, ...(await namesOfFolder(project))]);
  const people = peopleOf(project);
  const search = people.search({ ...ofText, full: all.full });
  return {
    findLeaks: leakFinder({
      ...{ people, names: all, settings: project.config.publicEdition },
      hostEndings: parseHostEndings(readShippedData("hosts")),
    }),
    redact: (written) => people.redact(written, search),
  };
}

/** A leak of a file, and where it is. */
export interface LocatedLeak {
  readonly path: string;
  readonly at: Point;
  readonly kind: LeakKind;
}

/**
 * What a file holds that may not leave the house, in its order.
 * @throws {UsageError} where the file cannot be read.
 */
export async function leaksOfFile(file: string, project: Project): Promise<readonly LocatedLeak[]> {
  const { path, text } = await readNeeded(resolve(project.cwd, file), project.cwd);
  const { findLeaks } = await searchesOf(path, text, project);
  const { pointAt } = indexLines(text);
  return findLeaks(text).map(({ start, kind }) => ({ path, at: pointAt(start), kind }));
}

/** What became of a postmortem that was to be shared: an edition, or what stands against it. */
export interface Shared {
  readonly read: ReadFolder;
  /** Null where the document cannot be read, or where findings stand against it. */
  readonly edition: EditionText | null;
  readonly findings: readonly Finding[];
  /** The slides as plain text, for formats other than markdown; null where there is no edition. */
  readonly deck: SlideDeck | null;
  /** Milestones that the edition leaves out, as it states no times that are in doubt. */
  readonly doubted: readonly Milestone[];
}

/** For what an edition is made. */
export interface ShareTarget {
  readonly check: RuleCheck;
  /** Where readers find the document itself. */
  readonly link: string;
  /** Where the picture of the timeline will lie, as seen from the edition. */
  readonly picture?: string;
  /** How a card is written; markdown where left out. */
  readonly markup?: "jira";
}

function inMarkup(made: EditionText, { markup }: ShareTarget): EditionText {
  return markup === "jira" ? { ...made, text: jiraText(parseMarkdown(made.text)) } : made;
}

/** The slides without markup. */
function plainDeck({ title, key, slides }: SlideDeck): SlideDeck {
  const plain = (line: string) => plainLine(parseMarkdown(line)).replace(/\s+/gu, " ").trim();
  return {
    title,
    key: key === null ? null : plain(key),
    slides: slides.map((slide) => ({ ...slide, lines: slide.lines.map(plain) })),
  };
}

async function findingsAgainst(
  file: string,
  { refusedBy }: Edition,
  project: Project,
  { rules, now }: RuleCheck,
): Promise<readonly Finding[]> {
  const asked = rules.filter(({ id }) => refusedBy.includes(id));
  if (asked.length === 0) return [];
  // A team may have switched a rule off for its documents; who passes one on is not the team alone.
  const ruleLevels = new Map(refusedBy.map((id) => [id, "error"] as const));
  const strict = { ...project, config: { ...project.config, ruleLevels } };
  const target = { kind: "paths", paths: [file] } as const;
  return (await lintProject(strict, target, { rules: asked, now }, () => undefined)).findings;
}

/**
 * Makes an edition of one postmortem.
 * @throws {UsageError} where the file does not exist.
 */
export async function sharePostmortem(
  file: string,
  edition: Edition,
  project: Project,
  target: ShareTarget,
): Promise<Shared> {
  const { check, link, picture } = target;
  const read = await readFolder(project, [file], ["everything"]);
  const [document] = read.postmortems;
  if (!document) return { read, edition: null, findings: [], deck: null, doubted: [] };
  const findings = await findingsAgainst(file, edition, project, check);
  if (findings.length > 0) return { read, edition: null, findings, deck: null, doubted: [] };
  const text = read.texts.get(document.path) ?? "";
  const shown = shownDocument(document, project);
  const milestones = byMilestone((name) => unlessInDoubt(shown.milestones[name]));
  const source = withoutPrompts({
    postmortem: { ...shown, milestones },
    text,
    taxonomy: project.taxonomy,
    ...(await searchesOf(document.path, text, project)),
    isPlaceholder: (one: string) => isPlaceholder(one, project.vocabulary.placeholders),
    link,
    timeZone: project.config.timeZone,
    ...(picture === undefined ? {} : { picture }),
  });
  const made = inMarkup(edition.render(source), target);
  const doubted = edition.tellsTimes
    ? MILESTONES.filter((name) => shown.milestones[name] !== milestones[name])
    : [];
  return { read, edition: made, findings, deck: plainDeck(deckOf(source)), doubted };
}
