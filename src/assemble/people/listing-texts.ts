import { memo } from "../../core/memo.ts";
import type { Range } from "../../core/position.ts";
import type { Action } from "../../core/postmortem.ts";
import { anyWord, escapePattern } from "../../core/text/escape-pattern.ts";
import type { Block, Body, Text } from "../../parse/body/body.ts";
import type { ListingTexts } from "../../people/listing.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { foldKey } from "../frontmatter/other-tools-meaning.ts";
import { type LabelledSection } from "../labels/lines.ts";
import { flattenItems, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { byLines } from "./by-lines.ts";
import { namedInText } from "./in-text.ts";
import { type Found, inColumns } from "./listing-columns.ts";
import { listedAs, type Listing, listingOf, ownedAs } from "./listing-labels.ts";
import { loginsIn } from "./logins.ts";
import { nameTestOf } from "./name-test.ts";
import { ownersInTitles } from "./owners-in-titles.ts";
import { speakersIn } from "./speakers.ts";
import { withoutLabel } from "./without-label.ts";

type PeopleWords = Vocabulary["people"];

/**
 * Finds what may begin a list of people or of owners, without parsing the body: a line or a cell that
 * is called so, a heading or an item of what is to be done, a name with its sign.
 */
export const listingStart = memo(({ people, columns, headings }: Vocabulary): RegExp => {
  const { roles, role_nouns } = people;
  const titles = [...headings.people, ...headings.actions];
  const names = [...listedAs(people), ...roles, ...ownedAs(people), ...columns.owner, ...titles]
    .map((name) => escapePattern(name.replace(/^=/, "")).replaceAll(" ", String.raw`[\s_-]+`))
    .join("|");
  const word = String.raw`\p{L}+(?:['’]\p{L}+)?`;
  const label = String.raw`(?:${word}[\s_-]){0,3}${anyWord(role_nouns)}(?:[\s_-]${word}){0,3}`;
  const labels = String.raw`${label}[\s*_]{0,4}[:：|]`;
  return new RegExp(
    String.raw`(?:^|[|*•·(])(?:(?![\n|*•·])[\s\p{P}\p{S}\d])*(?:(?:${names})(?!\p{L})|${labels})|[@~＠]\p{L}|^\s*(?:[-*+]|\d+[.)])\s\[.\]`,
    "imu",
  );
});

/** Texts of a body in which people are listed, and where the lists of people stand. */
export interface BodyListing extends ListingTexts {
  readonly ranges: readonly Range[];
}

/** A text of a list, without a label before it. */
function listedText(text: Text, listing: Listing, vocabulary: Vocabulary): Found {
  const { text: rest, mayBeSingle } = withoutLabel(text.text, vocabulary);
  return { listing: mayBeSingle ? listing : "owners", text: { ...text, text: rest } };
}

/** The texts of a section that lists people: items, lines, and the cells that hold names. */
function inSection(block: Block, listing: Listing, vocabulary: Vocabulary): Found[] {
  const { people } = vocabulary;
  switch (block.type) {
    case "list":
      return flattenItems(block.items).map((text) => listedText(text, listing, vocabulary));
    case "paragraph":
      return block.lines.map((text) => listedText(text, listing, vocabulary));
    case "quote":
      return [{ listing, text: block }];
    case "table": {
      const described = block.head.map(({ text }) =>
        people.described_by.includes(normalizeHeading(text)),
      );
      return [block.head, ...block.rows].flatMap((row) =>
        row.map((text, index) => {
          const isDescribed = described[index] === true && row !== block.head;
          return isDescribed ? { listing, text } : listedText(text, "owners", vocabulary);
        }),
      );
    }
    case "code":
    case "comment":
      return [];
  }
}

/** A list below a line that is a label alone: "Attendees:". */
function belowLabel(blocks: readonly Block[], vocabulary: Vocabulary): Found[] {
  return blocks.flatMap((block, index): Found[] => {
    const before = blocks[index - 1];
    if (block.type !== "list" || before?.type !== "paragraph") return [];
    const listing = listingOf(before.text.replace(/:\s*$/u, ""), vocabulary.people);
    if (listing === null) return [];
    return flattenItems(block.items).map((text) => listedText(text, listing, vocabulary));
  });
}

function foundIn(section: KnownSection, vocabulary: Vocabulary): Found[] {
  const { heading, kind, blocks } = section;
  const { people } = vocabulary;
  const own = listingOf(heading.text, people) ?? (kind === "people" ? "people" : null);
  return [
    ...(own === null ? [] : blocks.flatMap((block) => inSection(block, own, vocabulary))),
    ...blocks.flatMap((block) => (block.type === "table" ? inColumns(block, vocabulary) : [])),
    ...belowLabel(blocks, vocabulary),
  ];
}

/** What of a body is looked through for people. */
interface ListingBody {
  readonly sections: readonly KnownSection[];
  readonly labelled: readonly LabelledSection[];
  readonly actions: readonly Action[];
  readonly body: Pick<Body, "comments">;
}

/** What comments list: "<!-- Author: Jane Roe -->". */
function inComments(comments: readonly Text[], vocabulary: Vocabulary): Found[] {
  return comments.flatMap((comment): Found[] => {
    const [, label = "", value = ""] = /^\s*([^:\n]{2,40}):\s*(\S[^\n]*)/u.exec(comment.text) ?? [];
    const listing = listingOf(label, vocabulary.people);
    return listing === null ? [] : [{ listing, text: { ...comment, text: value } }];
  });
}

/** The texts of a body that list people, or owners of what is to be done. */
export function bodyListing(
  { sections, labelled, actions, body }: ListingBody,
  text: string,
  context: AssembleContext,
): BodyListing {
  const { vocabulary } = context;
  const labels = labelled.flatMap((section) =>
    section.labelled.flatMap(({ label, value }): Found[] => {
      const listing = listingOf(label, vocabulary.people);
      return listing === null ? [] : [listedText(value, listing, vocabulary)];
    }),
  );
  const found = [
    ...sections.flatMap((section) => foundIn(section, vocabulary)),
    ...labels,
    ...inComments(body.comments, vocabulary),
  ];
  const speakers = speakersIn(sections, vocabulary);
  const named = byLines(sections, body.comments, vocabulary);
  const test = nameTestOf(text, context);
  const inText = namedInText(test);
  const textsOf = (wanted: Listing) =>
    found.filter(({ listing }) => listing === wanted).map((one) => one.text.text);
  const owners = [
    ...textsOf("owners"),
    ...actions.flatMap(({ owner }) => owner?.written ?? owner?.value ?? []),
  ];
  return {
    people: [
      ...textsOf("people"),
      ...named.people,
      ...inText.people,
      ...loginsIn([...owners, ...ownersInTitles(actions, vocabulary)], test),
    ],
    owners: [...owners, ...speakers, ...named.owners, ...inText.owners],
    ranges: found.map(({ text }) => text.range),
  };
}

/** The strings in a value of the frontmatter: of a mapping that describes a person, its names. */
function stringsIn(value: unknown, people: PeopleWords): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((one) => stringsIn(one, people));
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  const names = entries.filter(([key]) => people.described_by.includes(foldKey(key)));
  return (names.length > 0 ? names : entries).flatMap(([, one]) => stringsIn(one, people));
}

function joined(all: readonly ListingTexts[]): ListingTexts {
  return {
    people: all.flatMap(({ people }) => people),
    owners: all.flatMap(({ owners }) => owners),
  };
}

/** The texts of a frontmatter that stand under keys for people, wherever in it these are. */
export function frontmatterListing(data: unknown, vocabulary: Vocabulary): ListingTexts {
  if (Array.isArray(data)) return joined(data.map((one) => frontmatterListing(one, vocabulary)));
  if (typeof data !== "object" || data === null) return { people: [], owners: [] };
  const parts = Object.entries(data).map(([key, value]): ListingTexts => {
    const listing = listingOf(key, vocabulary.people);
    if (listing === null) return frontmatterListing(value, vocabulary);
    const texts = stringsIn(value, vocabulary.people);
    return listing === "people" ? { people: texts, owners: [] } : { people: [], owners: texts };
  });
  return joined(parts);
}
