import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { RenderOptions } from "../../core/output/render-options.ts";
import { placeText } from "../../core/places/place-text.ts";
import { placeUrl } from "../../core/places/place-url.ts";
import type { Place } from "../../core/table.ts";
import { stretchesOf } from "../../core/text/inline-code.ts";
import { WITHHELD } from "../../people/people.ts";
import { trimmed } from "../tables/cell-text.ts";

/** Text that is read in its own direction. */
const BEYOND_ASCII = /[^ -~]/;

function directionOf(text: string) {
  return BEYOND_ASCII.test(text) ? { dir: "auto" } : {};
}

/** A day, or the name of an option, is read in one piece. */
const PIECE = /((?<!\d)\d{4}-\d{2}-\d{2}(?!\d)|(?<![\w-])--[a-z][a-z-]*)/u;

/** A text with its days, and names of options, kept on one line. */
function withPieces(text: string): ElementContent[] {
  return text
    .split(PIECE)
    .filter((part) => part !== "")
    .map((part) =>
      part !== text && PIECE.test(part)
        ? h("span", { className: "whole" }, part)
        : { type: "text", value: part },
    );
}

/** An element with one text, which stays text, and is read in the direction of its letters. */
export function textElement(tag: string, text: string, className?: string): Element {
  const safe = trimmed(text);
  const properties = { ...(className === undefined ? {} : { className }), ...directionOf(safe) };
  return h(tag, properties, withPieces(safe));
}

/** An element with a remark of a report, in which what stands between backticks is code. */
export function remarkElement(tag: string, text: string): Element {
  const safe = trimmed(text);
  const parts = stretchesOf(safe).flatMap((part) =>
    part.isCode ? [h("code", withPieces(part.text))] : withPieces(part.text),
  );
  return h(tag, directionOf(safe), parts);
}

/** A list of remarks; nothing where there are none. */
export function noteList(notes: readonly string[]): readonly ElementContent[] {
  if (notes.length === 0) return [];
  return [
    h(
      "ul",
      { className: "notes" },
      notes.map((note) => remarkElement("li", note)),
    ),
  ];
}

/**
 * A link to a place, by its path and line; text alone where the file is not there by that name.
 * @param folder the beginning of the path that goes without saying.
 */
export function placeLink(place: Place, options: RenderOptions, folder = ""): ElementContent {
  const { path } = place;
  const text = trimmed(placeText({ ...place, path: path.slice(folder.length) }));
  if (path.includes(WITHHELD)) return { type: "text", value: text };
  return h("a", { href: placeUrl(place, options) }, text);
}
