import { compareText } from "../../core/compare.ts";
import { confirmedOnly } from "../../core/document/confirmed.ts";
import type { Gap, Postmortem } from "../../core/postmortem.ts";
import type { Unit } from "../../statistics/krippendorff.ts";
import { uniqueTexts } from "../shared/grouping.ts";

/** The same documents as one person tagged them. */
export type Rater = readonly Postmortem[];

/** A document as each rater tagged it, in the order of the raters; null where one has no copy of it. */
export interface Judged {
  readonly id: string;
  readonly gaps: readonly (readonly Gap[] | null)[];
}

const YES = "yes";
const NO = "no";

/** The documents that at least two raters have, by their ids. */
export function judgedBy(raters: readonly Rater[]): readonly Judged[] {
  const copies = raters.map(
    (rater) => new Map(rater.map((one) => [one.id.value, confirmedOnly(one).gaps])),
  );
  const ids = [...new Set(copies.flatMap((own) => [...own.keys()]))].toSorted(compareText);
  return ids
    .map((id) => ({ id, gaps: copies.map((own) => own.get(id) ?? null) }))
    .filter(({ gaps }) => gaps.filter((own) => own !== null).length > 1);
}

/** What a gap is tagged with: its competency, or its kind. */
export type Tag = "competency" | "kind";

function tagOf(gap: Gap, tag: Tag): string | null {
  return gap[tag]?.value ?? null;
}

/** Every value of a tag that any rater gave. */
export function valuesOf(documents: readonly Judged[], tag: Tag): readonly string[] {
  const all = documents.flatMap(({ gaps }) => gaps.flatMap((own) => own ?? []));
  return uniqueTexts(all.flatMap((gap) => tagOf(gap, tag) ?? []));
}

/** Whether each rater tagged a document with a value, document by document. */
export function taggedUnits(
  documents: readonly Judged[],
  tag: Tag,
  value: string,
): readonly Unit[] {
  return documents.map(({ gaps }) =>
    gaps.map((own) => own && (own.some((gap) => tagOf(gap, tag) === value) ? YES : NO)),
  );
}

/** The answer to a tag that fewer documents have from anybody. */
export interface RarerAnswer {
  readonly isTagged: boolean;
  readonly documents: number;
}

/** Of tagged and not tagged, what fewer documents are by anybody: agreement on it rests on these alone. */
export function rarerAnswer(units: readonly Unit[]): RarerAnswer {
  const withAnswer = (answer: string) => units.filter((unit) => unit.includes(answer)).length;
  const [tagged, untagged] = [withAnswer(YES), withAnswer(NO)];
  return { isTagged: tagged <= untagged, documents: Math.min(tagged, untagged) };
}

/** How many documents each rater tagged with a value. */
export function countsBy(units: readonly Unit[]): readonly number[] {
  const raters = Math.max(0, ...units.map(({ length }) => length));
  return Array.from({ length: raters }, (_one, rater) => {
    return units.filter((unit) => unit[rater] === YES).length;
  });
}

/** What each rater tagged a competency of a document with; null where they have no such gap. */
export interface Rated {
  readonly competency: string;
  readonly gaps: readonly (Gap | null)[];
}

/** The competencies that any rater tagged a document with, as each tagged them. */
export function ratedIn({ gaps }: Judged): readonly Rated[] {
  const competencies = uniqueTexts(
    gaps.flatMap((own) => (own ?? []).map(({ competency }) => competency.value)),
  );
  return competencies.map((competency) => ({
    competency,
    gaps: gaps.map((own) => own?.find((gap) => gap.competency.value === competency) ?? null),
  }));
}

/** The kind that each rater gave a competency of a document, where they tagged it. */
export function kindUnits(documents: readonly Judged[]): readonly Unit[] {
  return documents
    .flatMap(ratedIn)
    .map(({ gaps }) => gaps.map((gap) => (gap ? tagOf(gap, "kind") : null)));
}

/** How many documents have a competency of which at least two raters gave the kind. */
export function documentsWithKinds(documents: readonly Judged[]): number {
  return documents.filter((one) =>
    kindUnits([one]).some((unit) => unit.filter((kind) => kind !== null).length > 1),
  ).length;
}
