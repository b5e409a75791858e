/** A number for each stem: a large folder has millions of words, and few stems. */
export interface StemNumbers {
  readonly numberOf: (stem: string) => number;
  /** The stem that has a number. */
  readonly stemOf: (number: number) => string;
}

/** Numbers from 0 on, in the order in which stems are first asked for. */
export function stemNumbers(): StemNumbers {
  const stems: string[] = [];
  const numbers = new Map<string, number>();
  return {
    numberOf: (stem) => {
      const known = numbers.get(stem);
      if (known !== undefined) return known;
      numbers.set(stem, stems.length);
      return stems.push(stem) - 1;
    },
    stemOf: (number) => stems[number] ?? "",
  };
}
