/** Few enough that threads end at about the same time, and more than it takes to hand them over. */
const PORTION = 8;

/** Hands out the places of a list, from its first on, to all threads that share it. Plain data. */
export interface Portions {
  /** The first place that nobody took yet, in memory that threads share. */
  readonly next: Int32Array;
  readonly total: number;
}

/** Places of a list, `to` not among them. */
export interface Portion {
  readonly from: number;
  readonly to: number;
}

/** All places of a list, none of them taken yet. */
export function portionsOf(total: number): Portions {
  return { next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), total };
}

/** Takes the next few places, which no other thread then gets; null where none are left. */
export function takePortion({ next, total }: Portions): Portion | null {
  const from = Atomics.add(next, 0, PORTION);
  return from < total ? { from, to: Math.min(from + PORTION, total) } : null;
}
