import { open } from "node:fs/promises";
import { PAGE_GENERATOR } from "../core/output/page-generator.ts";

const MARK = `<meta name="generator" content="${PAGE_GENERATOR}"`;
/** Where a page says what made it. */
const HEAD_BYTES = 512;

/** Whether a file is a page that pm wrote: the report of a folder, not one of its documents. */
export async function isOwnPage(path: string): Promise<boolean> {
  if (!/\.html?$/i.test(path)) return false;
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString("utf8", 0, bytesRead).includes(MARK);
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
