/** The part of cephes 3.3 that is used: its own types are not found by an import of its module. */
declare module "cephes" {
  /** Fulfilled once its WebAssembly is compiled; before that, every function fails. */
  export const compiled: Promise<void>;
  export function ndtr(z: number): number;
  export function ndtri(probability: number): number;
  export function incbet(a: number, b: number, x: number): number;
  export function igami(shape: number, upperTail: number): number;
  export function lgam(x: number): number;
}
