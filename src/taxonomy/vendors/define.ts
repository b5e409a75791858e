import type { EpochMs } from "../../core/postmortem.ts";
import type { Competency } from "../../core/taxonomy.ts";

/** What is handed over: domains and their competencies, in the order of the taxonomy. */
export interface Framework {
  readonly name: string;
  readonly domains: readonly Competency[];
  /** Each with the domain that it belongs to among `domains`. */
  readonly competencies: readonly Competency[];
  /** For formats that state when they were written. */
  readonly asOf: EpochMs;
}

/** Rows of a CSV file, under exactly these headings. */
export interface VendorRows {
  readonly kind: "rows";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A JSON file. */
export interface VendorJson {
  readonly kind: "json";
  readonly value: object;
}

/** How a product takes competencies. */
export interface Vendor<Name extends string = string> {
  readonly name: Name;
  /** One line for `--help`. */
  readonly summary: string;
  /** The public document that the format follows. */
  readonly follows: string;
  /** What it cannot hold, or asks for besides, in sentences. */
  readonly remarks: readonly string[];
  /** The longest name that it takes, in characters. */
  readonly longestName?: number;
  /** The most competencies that it takes at once. */
  readonly most?: number;
  readonly build: (framework: Framework) => VendorRows | VendorJson;
}

/** Declares a format; its file is listed in `index.ts`. */
export function defineVendor<const V extends Vendor>(vendor: V): V {
  return vendor;
}

/** Old ids among the aliases of a term: an id has no blanks, and is no name in words. */
export function oldIds({ aliases }: Pick<Competency, "aliases">): readonly string[] {
  return aliases.filter((alias) => /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(alias));
}
