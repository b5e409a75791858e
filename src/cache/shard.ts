import type { FileStamp } from "../read/file-stamp.ts";
import { type Packed, packer } from "./pack.ts";
import { openSealed, sealed } from "./sealed.ts";
import { Unpackable } from "./shapes.ts";
import { unpacker } from "./unpack.ts";

/** What is kept of one document. */
export interface Remembered {
  /** Of the file when it was read; null where that cannot tell it from a later one. */
  readonly stamp: FileStamp | null;
  /** Of its bytes. */
  readonly hash: string;
  /** What reading made of them. */
  readonly value: () => unknown;
}

/** Documents by their shown path. */
export type Shard = ReadonlyMap<string, Remembered>;

/** The values of its documents as rows, and beside them, in the same order, what tells of each. */
interface ShardData extends Packed {
  readonly paths: readonly string[];
  readonly hashes: readonly string[];
  /** Four numbers a document, all -1 where it has none. */
  readonly stamps: readonly number[];
}

function stampNumbers(stamp: FileStamp | null): readonly number[] {
  if (stamp === null) return [-1, -1, -1, -1];
  return [stamp.size, stamp.modified, stamp.changed, stamp.inode];
}

function stampAt(stamps: readonly number[], at: number): FileStamp | null {
  const [size = -1, modified = -1, changed = -1, inode = -1] = stamps.slice(at * 4, at * 4 + 4);
  return size < 0 ? null : { size, modified, changed, inode };
}

/**
 * A shard as the pieces of a file. Documents that it cannot hold are left out.
 * @param key of the settings that the documents were read with: 64 hexadecimal digits.
 */
export function shardFile(key: string, shard: Shard): readonly Uint8Array[] {
  const { row, shared } = packer();
  const paths: string[] = [];
  const hashes: string[] = [];
  const stamps: number[] = [];
  const rows: (readonly number[])[] = [];
  for (const [path, { stamp, hash, value }] of shard) {
    try {
      rows.push(row(value()));
    } catch (error) {
      if (error instanceof Unpackable) continue;
      throw error;
    }
    paths.push(path);
    hashes.push(hash);
    stamps.push(...stampNumbers(stamp));
  }
  const data: ShardData = { ...shared(), paths, hashes, stamps, rows };
  return sealed(key, JSON.stringify(data));
}

/** What a file holds: `other` was read with other settings, `damaged` is no shard. */
export function parseShard(file: Buffer, key: string): Shard | "other" | "damaged" {
  const opened = openSealed(file, key);
  if (typeof opened === "string") return opened;
  // What has this digest, and a key of this very folder, was written by pm: its form is known.
  const data = JSON.parse(opened.body.toString()) as ShardData;
  const read = unpacker(data);
  return new Map(
    data.paths.map((path, at) => {
      const [hash = "", row = []] = [data.hashes[at], data.rows[at]];
      return [path, { stamp: stampAt(data.stamps, at), hash, value: () => read(row, 0) }] as const;
    }),
  );
}
