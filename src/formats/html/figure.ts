import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { ChartData } from "../charts/chart-data.ts";
import { chartKey, chartTitle, leftOutNote } from "../charts/describe.ts";
import { chartSvg } from "../charts/svg.ts";
import { trimmed } from "../tables/cell-text.ts";
import { textElement } from "./element.ts";

/** Markup that is put into the page as it is: of charts alone, whose library encodes all texts. */
interface Raw {
  type: "raw";
  value: string;
}

declare module "hast" {
  interface ElementContentMap {
    raw: Raw;
  }
  interface RootContentMap {
    raw: Raw;
  }
}

function drawing(className: string, svg: string): Element {
  return h("div", { className }, [{ type: "raw", value: svg }]);
}

/** A drawing with no narrow form, which a narrow page scrolls by itself, also by keyboard. */
function scrolling(svg: string, title: string): Element {
  const region = { role: "region", tabIndex: 0, ariaLabel: `Chart: ${trimmed(title)}` };
  return h("div", { className: "wide only", ...region }, [{ type: "raw", value: svg }]);
}

/** A chart with what it compares, how to read it, and what it leaves out. */
export function figureElement(data: ChartData): Element {
  const { wide, narrow } = chartSvg(data);
  const remarks = [chartKey(data), leftOutNote(data)].filter((remark) => remark !== null);
  const caption: ElementContent[] = [
    textElement("strong", chartTitle(data)),
    ...(remarks.length > 0 ? [textElement("span", remarks.join(" "))] : []),
  ];
  return h("figure", narrow === null ? {} : { className: "has-narrow" }, [
    h("figcaption", caption),
    narrow === null ? scrolling(wide, chartTitle(data)) : drawing("wide", wide),
    ...(narrow === null ? [] : [drawing("narrow", narrow)]),
  ]);
}
