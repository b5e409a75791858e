import { plot, type PlotOptions } from "@observablehq/plot";
import { DOMParser } from "linkedom";

const FONT_SIZE = 13;

/** As much of an SVG element as is needed here; the DOM's types are for browsers. */
interface Drawing {
  readonly outerHTML: string;
  readonly remove: () => void;
  readonly setAttribute: (name: string, value: string) => void;
  readonly removeAttribute: (name: string) => void;
  readonly querySelectorAll: (selector: string) => Iterable<Drawing>;
}

function isDrawing(value: unknown): value is Drawing {
  return typeof value === "object" && value !== null && "outerHTML" in value;
}

/**
 * A plot as the text of an SVG element without styles and names of its own: the page gives it
 * colours, and says in words what it shows.
 */
export function drawSvg(options: PlotOptions, description: string): string {
  const document: unknown = new DOMParser().parseFromString("<html></html>", "text/html");
  const svg: unknown = plot({ ...options, document });
  if (!isDrawing(svg)) return "";
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  svg.removeAttribute("class");
  svg.setAttribute("font-size", String(FONT_SIZE));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", description);
  return svg.outerHTML;
}
