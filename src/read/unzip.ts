import { Unzip, UnzipInflate, UnzipPassThrough } from "fflate";
import type { ExportSink, OpenSink } from "./export-sink.ts";

/** What macOS adds to archives. */
const FOREIGN = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/;

/** A sink for the bytes of a zip archive, which opens a sink for each file in it. */
export function unzipInto(open: OpenSink): ExportSink {
  const started = new Set<ExportSink>();
  const unzip = new Unzip((file) => {
    if (file.name.endsWith("/") || FOREIGN.test(file.name)) return;
    const sink = open(file.name);
    if (sink === null) return;
    started.add(sink);
    file.ondata = (error, chunk, isLast) => {
      if (!started.has(sink)) return;
      // The types say that there is always a chunk; with an error there is none.
      if (error === null) sink.write(chunk);
      if (error === null && !isLast) return;
      started.delete(sink);
      sink.end(error === null ? null : error.message);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  const endAll = (cut: string) => {
    for (const sink of started) sink.end(cut);
    started.clear();
  };
  return {
    write: (chunk) => {
      unzip.push(chunk);
    },
    end: (cut) => {
      try {
        unzip.push(new Uint8Array(0), true);
        endAll(cut ?? "the archive ends in the middle");
      } catch {
        endAll(cut ?? "the archive is damaged or ends in the middle");
      }
    },
  };
}
