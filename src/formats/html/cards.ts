import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { RenderOptions } from "../../core/output/render-options.ts";
import type { Place, Section } from "../../core/table.ts";
import { capitalised } from "../../core/text/capitalised.ts";
import { type Block, blocksOf, type Field } from "../tables/blocks.ts";
import { placeLink, textElement } from "./element.ts";

function valueElement({ texts: [only = "", ...others] }: Field): Element {
  if (others.length === 0) return textElement("dd", only);
  const items = [only, ...others].map((text) => textElement("li", text));
  return h("dd", [h("ul", items)]);
}

function fieldList(fields: readonly Field[]): Element {
  return h(
    "dl",
    fields.map((field) => h("div", [textElement("dt", field.label), valueElement(field)])),
  );
}

function placesList(places: readonly Place[], options: RenderOptions): readonly ElementContent[] {
  if (places.length === 0) return [];
  const items = places.map((place) => h("li", [placeLink(place, options)]));
  return [h("p", { className: "where" }, "Written in"), h("ul", { className: "where" }, items)];
}

/** What explains the rest: behind a disclosure that names it, open in print. */
function reasonsElement(fields: readonly Field[]): Element {
  const names = fields.map(({ label }) => label.toLowerCase()).join(", ");
  const summary = capitalised(names);
  return h("details", { className: "more" }, [h("summary", summary), fieldList(fields)]);
}

function card(
  { heading, id, fields, minor }: Block,
  places: readonly Place[],
  options: RenderOptions,
): Element {
  const title = textElement("h3", heading);
  const main = fields.filter(({ isMain }) => isMain);
  const reasons = fields.filter(({ isMain }) => !isMain);
  const more = [...(minor.length > 0 ? [fieldList(minor)] : []), ...placesList(places, options)];
  return h("article", { className: "card" }, [
    title,
    ...(id === null ? [] : [textElement("p", id, "id")]),
    fieldList(main.length > 0 ? main : reasons),
    ...(main.length > 0 && reasons.length > 0 ? [reasonsElement(reasons)] : []),
    ...(more.length > 0 ? [h("details", [h("summary", "All figures and places"), ...more])] : []),
  ]);
}

/**
 * A section's rows as cards, each with what most readers can do without behind a disclosure.
 * @param section with its figures joined.
 */
export function cardsElement(section: Section, options: RenderOptions): Element {
  const cards = blocksOf(section).map((block, at) =>
    card(block, section.places?.[at] ?? [], options),
  );
  return h("div", { className: "cards" }, cards);
}
