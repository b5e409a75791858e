import { parsePostmortem } from "../../assemble/postmortem.ts";
import { termPlaces } from "../../assemble/terms/term-places.ts";
import { UsageError } from "../../core/errors.ts";
import { FILE_START, type Range } from "../../core/position.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { valueOr } from "../../core/result.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { contextOf, type Project } from "../../project/project.ts";
import type { ReadFolder } from "../../project/read-postmortems.ts";
import { readNeeded, readShipped, SHIPPED_DATA } from "../../project/shipped.ts";
import { shownPath } from "../../read/find-files.ts";
import { setupError } from "../../setup/setup-problem.ts";
import { parseTaxonomy } from "../../setup/taxonomy.ts";
import { locateEntries } from "../../setup/taxonomy-source.ts";
import { mentionsOf } from "../../taxonomy/mentions.ts";
import { planRename, type RenamePlan, type RenameRequest } from "../../taxonomy/rename.ts";
import { documentChanges, placesOfOldIds, sourceChanges } from "../../taxonomy/rename-edits.ts";
import { editedSource } from "../../write/edit-document.ts";
import { renameInDecisions } from "./rename-in-decisions.ts";
import { renameInMap } from "./rename-in-map.ts";
import { type RenamedFile, renameInDocument, renameInSetup } from "./renamed-file.ts";

/** A place that has the old id and keeps it, and why. */
export interface LeftPlace {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** Everything that a renaming changes, and what it does not. */
export interface Renaming {
  readonly plan: RenamePlan;
  /** The taxonomy first, then the import map, the decisions on suggestions, then documents by path. */
  readonly files: readonly RenamedFile[];
  readonly left: readonly LeftPlace[];
  /** Places of the old id that are no value: prose, comments, code. */
  readonly mentions: readonly string[];
}

interface Renamer {
  readonly project: Project;
  readonly plan: RenamePlan;
  readonly renamed: Taxonomy;
}

/** What came of one document. */
type DocumentResult = Pick<Renaming, "left" | "mentions"> & { readonly file: RenamedFile | null };

/** All that a document names, with the ids as they are after the renaming. */
function namedIn(document: Postmortem, { list, ids }: RenamePlan): string {
  const named = mentionsOf([document]).map((mention) => {
    const id = mention.list === list ? (ids.get(mention.id) ?? mention.id) : mention.id;
    return [mention.list, id];
  });
  return JSON.stringify(named);
}

function readsTheSame(document: Postmortem, after: SourceFile, renamer: Renamer): boolean {
  const { project, plan, renamed } = renamer;
  const read = parsePostmortem(after, { ...contextOf(project), taxonomy: renamed });
  return namedIn(read, plan) === namedIn(document, plan);
}

async function renameIn(
  document: Postmortem,
  text: string,
  renamer: Renamer,
): Promise<DocumentResult> {
  const { project, plan } = renamer;
  const { path, problems } = document;
  const leave = (message: string, range = FILE_START): DocumentResult => {
    return { file: null, left: [{ path, range, message }], mentions: [] };
  };
  const mentioned = placesOfOldIds(path, text, plan);
  const broken = problems.find(({ kind }) => kind === "unparsed");
  if (broken && mentioned.length > 0) return leave("its frontmatter cannot be read", broken.range);
  const places = termPlaces({ path, text }, contextOf(project));
  const changes = documentChanges(places, plan, project.taxonomy);
  const left = changes.flatMap(({ edit, range, what }): readonly LeftPlace[] =>
    edit === null ? [{ path, range, message: `${what}: it is not written there as one word` }] : [],
  );
  if (changes.length === left.length) return { file: null, left, mentions: mentioned };
  const file = await renameInDocument({ path, text }, changes, project, (after) =>
    left.length > 0 || readsTheSame(document, after, renamer)
      ? null
      : "it would no longer mean the same",
  );
  if (!file.ok) return leave(file.why);
  return { file: file.value, left, mentions: placesOfOldIds(path, file.value.after, plan) };
}

/** The taxonomy file with the new ids, and the taxonomy that it then is. */
async function renameSource(
  seen: SourceFile,
  plan: RenamePlan,
  project: Project,
  shipped: SourceFile,
): Promise<{ readonly file: RenamedFile; readonly taxonomy: Taxonomy }> {
  const changes = sourceChanges(locateEntries(seen), plan);
  const hint = "Put the value on one line, replace it by a list, or rename with --no-alias.";
  const file = await renameInSetup(seen, changes, project, hint);
  const taxonomy = parseTaxonomy(editedSource(file), shipped);
  if (taxonomy.ok) return { file, taxonomy: taxonomy.value };
  const { message } = setupError(taxonomy.why);
  throw new UsageError(`The taxonomy would no longer be valid:\n${message}`);
}

/**
 * Works out a renaming, and writes nothing.
 * @param read reads the project's documents with everything, once it is known that the id can be renamed.
 * @throws {UsageError} where the id cannot be renamed, or not to that.
 */
export async function renameTerm(
  request: RenameRequest,
  project: Project,
  read: () => Promise<Pick<ReadFolder, "postmortems" | "texts">>,
): Promise<Renaming> {
  const shippedFile = await readShipped(SHIPPED_DATA.taxonomy);
  const shipped = valueOr(parseTaxonomy(shippedFile, shippedFile), project.taxonomy);
  const { taxonomyPath, taxonomyName, cwd, taxonomy } = project;
  const seen = taxonomyPath === null ? null : await readNeeded(taxonomyPath, cwd);
  const plan = planRename(request, taxonomy, seen && locateEntries(seen), shipped);
  if (seen === null) throw new UsageError(`${taxonomyName} cannot be renamed in`);
  const own = await renameSource(seen, plan, project, shippedFile);
  const mapped = await renameInMap(plan, own.taxonomy, project);
  const decided = await renameInDecisions(plan, project);
  const renamer = { project, plan, renamed: mapped.taxonomy };
  const results: DocumentResult[] = [];
  const { postmortems, texts } = await read();
  for (const document of postmortems) {
    const text = texts.get(document.path) ?? "";
    results.push(await renameIn(document, text, renamer));
  }
  return {
    plan,
    files: [
      own.file,
      ...[mapped.file, decided].filter((file) => file !== null),
      ...results.flatMap(({ file }) => file ?? []),
    ],
    left: [...results.flatMap(({ left }) => left), ...leftInConfig(project, plan)],
    mentions: results.flatMap(({ mentions }) => mentions),
  };
}

/** Severities that `pm.yaml` names; it is the user's to change. */
function leftInConfig({ config, cwd }: Project, { list, ids }: RenamePlan): readonly LeftPlace[] {
  if (list !== "severities" || config.path === null) return [];
  const path = shownPath(config.path, cwd);
  return [...ids].flatMap(([from, to]) => {
    const message = `new.template_by_severity still says ${from}: change it to ${to}`;
    return config.templateBySeverity.has(from) ? [{ path, range: FILE_START, message }] : [];
  });
}
