import { stableZip } from "../zip.ts";

const DATES = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
const NUMBERED = /(chart|Worksheet)(\d+)(?=\.(?:xml|xlsx))/g;

/**
 * The library stamps the time, and counts charts on from one file to the next within a process: the
 * same slides get the same dates and numbers.
 */
export function stableSlides(bytes: Uint8Array): Uint8Array {
  return stableZip(bytes, (paths) => {
    const numbers = paths.flatMap((path) =>
      Array.from(path.matchAll(NUMBERED), ([, , number]) => Number(number)),
    );
    const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
    return (text) =>
      text
        .replace(DATES, "$11980-01-02T12:00:00Z")
        .replace(NUMBERED, (found, name: string, number: string) => {
          const at = sorted.indexOf(Number(number));
          return at === -1 ? found : `${name}${at + 1}`;
        });
  });
}
