import type { Range } from "../../core/position.ts";
import type { Fact } from "../../core/postmortem.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { TimelinePlace } from "../timeline/places.ts";
import { zoneOfStart } from "../timeline/zone.ts";

function writtenAt({ text }: SourceFile, { start, end }: Range): string {
  return text.slice(start.offset, end.offset);
}

/** The offset of the first fact whose time of day a row tells without one; null where no row does. */
export function zoneOfFacts(
  facts: readonly (Fact<unknown> | null | undefined)[],
  places: readonly TimelinePlace[],
  file: SourceFile,
  vocabulary: Vocabulary,
): string | null {
  const offsets = facts.flatMap(
    (fact) => (fact && zoneOfStart(places, writtenAt(file, fact.source.range), vocabulary)) ?? [],
  );
  return offsets[0] ?? null;
}
