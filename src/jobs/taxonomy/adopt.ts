import { UsageError } from "../../core/errors.ts";
import { applyEdits } from "../../core/places/apply-edits.ts";
import type { Edit } from "../../core/places/edit.ts";
import { placeText } from "../../core/places/place-text.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { seenLabels, unlistedUnder } from "../../import/seen-labels.ts";
import { isFullName } from "../../people/listing.ts";
import { peopleOf } from "../../people/people-of.ts";
import { besideConfig } from "../../project/beside-config.ts";
import { contextOf, type Project, TAXONOMY_NAME, vocabularyFor } from "../../project/project.ts";
import type { ReadFolder } from "../../project/read-postmortems.ts";
import { readNeeded, readShippedData } from "../../project/shipped.ts";
import { kindOfPath, shownPath } from "../../read/find-files.ts";
import { setupError } from "../../setup/setup-problem.ts";
import { parseTaxonomy } from "../../setup/taxonomy.ts";
import {
  EMPTY_TAXONOMY,
  type NewTerm,
  type NewTerms,
  taxonomyAdditions,
} from "../../setup/taxonomy-additions.ts";
import {
  ADOPTABLE_LISTS,
  type AdoptableList,
  type Adoption,
  adoptionOf,
} from "../../taxonomy/adopt.ts";
import type { Mention } from "../../taxonomy/mentions.ts";
import { likenessBy } from "../../taxonomy/spellings.ts";
import { editDocument, type Verify } from "../../write/edit-document.ts";
import { slugOf } from "../new/template.ts";
import { updateInProject } from "../write-files.ts";

export { ADOPTABLE_LISTS, type AdoptableList, type Adoption } from "../../taxonomy/adopt.ts";
export { adoptReport } from "../../taxonomy/adopt-report.ts";

/** Whether a name of a document is that of a person whom a document lists. */
function personTest(project: Project, redact: ReadFolder["redact"]): (mention: Mention) => boolean {
  const people = peopleOf(project);
  return ({ id, incident }) =>
    redact(id) !== id || people.names(id, people.search(incident.listedNames));
}

/** The teams and services under labels of bodies, which are not read as such until they are listed. */
function labelledNames(postmortems: readonly Postmortem[], project: Project): readonly Mention[] {
  const given = contextOf(project);
  return postmortems.flatMap((incident) => {
    const context = { ...given, vocabulary: vocabularyFor(incident, project) };
    return seenLabels(incident, context).flatMap((seen): readonly Mention[] => {
      const unlisted = unlistedUnder(seen, context);
      const list = ADOPTABLE_LISTS.find((one) => one === unlisted?.key);
      if (unlisted === null || list === undefined) return [];
      const place = placeText({ path: incident.path, line: seen.line });
      return unlisted.names.map((id) => ({
        list,
        id,
        written: id,
        within: "incident",
        incident,
        place,
      }));
    });
  });
}

/**
 * What documents name and the project's taxonomy does not list.
 * @param read the documents as they are written.
 * @param owner id of the team that owns services at whose incidents none is named.
 */
export function findAdoptable(
  { postmortems, redact }: ReadFolder,
  lists: readonly AdoptableList[],
  project: Project,
  owner: string | null = null,
): Adoption {
  const { people, action_phrases: phrases } = project.vocabulary;
  return adoptionOf({
    ...{ postmortems, lists, owner, taxonomy: project.taxonomy },
    labelled: labelledNames(postmortems, project),
    isPerson: personTest(project, redact),
    isLikePerson: ({ id }) => isFullName(id, peopleOf(project).isGroup),
    likenessOf: likenessBy([...people.said_of_groups, ...phrases.teams]),
    idOf: (name) => (/[\p{L}\p{N}]/u.test(name) ? slugOf(name) : name),
  });
}

function cannot(path: string, why: string): UsageError {
  return new UsageError(`${path} was not changed: ${why}`, "Add the names by hand.");
}

function roundsFor(file: SourceFile, adoption: NewTerms): readonly (readonly Edit[])[] {
  const rounds = taxonomyAdditions(file, adoption);
  if (rounds === null) throw cannot(file.path, "it is not written as `key: value` lines");
  return rounds;
}

/** Why a file must not become what the additions make of it. */
function verifier({ teams, services }: Adoption): Verify {
  const shipped = readShippedData("taxonomy");
  return (after) => {
    const taxonomy = parseTaxonomy(after, shipped);
    if (!taxonomy.ok) return `it would no longer be valid:\n${setupError(taxonomy.why).message}`;
    const lists = [...taxonomy.value.teams, ...taxonomy.value.services];
    const isThere = [...teams, ...services].every((one) => lists.some(({ id }) => id === one.id));
    return isThere ? null : "it would not list what was to be added";
  };
}

/** What of an adoption a taxonomy does not list. */
function unlistedIn(file: SourceFile, { teams, services }: Adoption): NewTerms {
  const read = parseTaxonomy(file, readShippedData("taxonomy"));
  const listed = read.ok ? read.value : { teams: [], services: [] };
  const isNew =
    (known: readonly { readonly id: string }[]) =>
    ({ id }: NewTerm) =>
      !known.some((one) => one.id === id);
  return {
    teams: teams.filter(isNew(listed.teams)),
    services: services.filter(isNew(listed.services)),
  };
}

/** A taxonomy file with an adoption, whatever of it another run has added since. */
async function extended(seen: SourceFile, adoption: Adoption, cwd: string): Promise<Uint8Array> {
  const rounds = roundsFor(seen, unlistedIn(seen, adoption));
  const edited = await editDocument(seen, cwd, rounds, verifier(adoption));
  if (!edited.ok) throw cannot(seen.path, edited.why);
  return edited.value.bytes;
}

/** A new taxonomy file with an adoption. */
function begun(path: string, adoption: Adoption): string {
  const empty = { path, text: EMPTY_TAXONOMY };
  const text = roundsFor(empty, adoption).reduce(applyEdits, EMPTY_TAXONOMY);
  const why = verifier(adoption)({ path, text });
  if (why !== null) throw cannot(path, why);
  return text;
}

/**
 * Adds what was found to the project's taxonomy file, which may be new; all that it has stays, and what
 * other runs add at the same time.
 * @returns the file's path as shown.
 * @throws {UsageError} where the file cannot be added to, or not be written.
 */
export async function adopt(adoption: Adoption, project: Project): Promise<string> {
  const { taxonomyPath, config, cwd } = project;
  const absolutePath = taxonomyPath ?? besideConfig(config, TAXONOMY_NAME);
  const path = shownPath(absolutePath, cwd);
  const content = async () => {
    const isNew = (await kindOfPath(absolutePath)) === null;
    if (isNew) return begun(path, adoption);
    return extended(await readNeeded(absolutePath, cwd), adoption, cwd);
  };
  await updateInProject({ path, absolutePath }, content, project);
  return path;
}
