import type { Range } from "../core/position.ts";
import type { Language } from "../core/settings/language.ts";
import type { Names } from "../core/settings/names.ts";
import type { RowWeights } from "../core/settings/row-weights.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import type { ReadOrder } from "../core/time/calendar.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { Languages } from "./language.ts";

/** What reading a document needs to know beside the document. */
export interface AssembleContext {
  readonly taxonomy: Taxonomy;
  /** The words that a document is read by: English unless `languages` chooses others for it. */
  readonly vocabulary: Vocabulary;
  /** Absent where all documents are read by the same words. */
  readonly languages?: Languages;
  /** The words of English, by which names of people are distinguished from others; read when one is doubtful. */
  readonly language?: () => Language;
  /** Names that people have; read when a word may be one. */
  readonly names?: () => Names;
  /** What rows of a timeline tell, learned in English; read when the first document has such rows. */
  readonly rowWeights?: () => RowWeights;
  /** IANA name of the zone that is assumed for times written without one. */
  readonly timeZone: string;
  /** How dates in numbers are read that the document leaves open; null where nobody says. */
  readonly dateOrder?: ReadOrder | null;
  /** The same by the other documents of its folder, where its language leaves it open, too. */
  readonly folderOrder?: ReadOrder | null;
}

/** The last place of a text within a range of the file; the whole range where it is not found. */
export type Locate = (within: Range, needle: string) => Range;
