import { memo } from "../core/memo.ts";
import type { SourceFile } from "../core/source-file.ts";
import { hostsSchema } from "../schema/hosts.ts";
import type { ParsedFile } from "./setup-file.ts";
import { readShippedData } from "./shipped-data.ts";

/**
 * The endings by which a name with dots is recognised as a host.
 * @throws {UsageError} with the place of each problem.
 */
export const parseHostEndings = memo((file: SourceFile | ParsedFile): readonly string[] => {
  const { internal, public: common } = readShippedData(file, hostsSchema);
  return [...internal, ...common];
});
