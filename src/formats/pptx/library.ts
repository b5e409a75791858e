import { createRequire } from "node:module";
import type PptxModule from "pptxgenjs";

type Constructor = typeof PptxModule.default;

export type Deck = InstanceType<Constructor>;
export type Slide = ReturnType<Deck["addSlide"]>;
export type ChartOptions = NonNullable<Parameters<Slide["addChart"]>[2]>;

function isConstructor(loaded: unknown): loaded is Constructor {
  return typeof loaded === "function";
}

/**
 * An empty presentation. The library is required, not imported: its package offers an ES module
 * under a name that Node before 20.19 takes for CommonJS.
 */
export function newDeck(): Deck {
  const loaded: unknown = createRequire(import.meta.url)("pptxgenjs");
  if (!isConstructor(loaded)) throw new TypeError("Unexpected content of the package pptxgenjs");
  return new loaded();
}
