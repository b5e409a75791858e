/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A name of which no word is in another. */
export interface PlantedName {
  readonly full: string;
  readonly first: string;
  readonly last: string;
}

interface Script {
  readonly syllables: readonly string[];
  readonly isCased: boolean;
  /** Writes no blank between the parts of a name. */
  readonly isUnspaced: boolean;
}

function script(syllables: string, kind: "cased" | "caseless" | "unspaced" = "cased"): Script {
  return {
    syllables: syllables.split(" "),
    isCased: kind === "cased",
    isUnspaced: kind === "unspaced",
  };
}

const SCRIPTS: readonly Script[] = [
  script("vor zhe quil tosk bram yath dren folk wupp nyx glim hroz"),
  script("ßø ñár ěvž ğüş þór łąk čyř őzű ėmį ăţu ýðe çãõ"),
  script("вор жэк туск щир ябл дрю фолк цып юник грим хроз ёлк"),
  script("ζορ χεκ τουσ ψιρ ξαβ δρυ φολ γλιμ θροζ ωνυ λακ ρημ"),
  script("զոր ժեկ տուս շիր քաբ դրու ֆոլ գլիմ թռոզ ունի լակ րեմ"),
  script("ზორ ჟეკ ტუს შირ ქაბ დრუ ფოლ გლი თრო უნი ლაკ რემ", "caseless"),
  script("زور خكت توس شير قاب درو فول غلم ثرو عني لاك رمح", "caseless"),
  script("זור חכט תוס שיר קאב דרו פול גלם טרו עני לאך רמח", "caseless"),
  script("झोर खेक टूस शिर काब द्रू फोल ग्लि थ्रो उनि लाक रेम", "caseless"),
  script("ጆር ቼክ ቱስ ሺር ቃብ ድሩ ፎል ግሊ ጥሮ ኡኒ ላክ ሬም", "caseless"),
  script("鑫 淼 焱 垚 骉 犇 猋 麤 灥 雥 飝 鱻 譶 龘 嚞 槑", "unspaced"),
  script("쾅 뷁 쀍 쩗 쿡 퓩 헳 뛟 쓩 쫣 퀛 뾻", "unspaced"),
  script("ฌอร เฆก ฏุส ฬิร ฐาบ ฎรุ ฒอล ฆลิ ฑโร ณุน ฬาก ญเรม", "unspaced"),
];

function capitalised(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}

/** Unique names of many scripts, no word of which is in another name. */
export function plantedNames(count: number, seed: number): readonly PlantedName[] {
  const random = seededRandom(seed);
  const taken = new Set<string>();
  const word = ({ syllables, isCased, isUnspaced }: Script): string => {
    for (;;) {
      const length = isUnspaced ? 5 : 3 + Math.floor(random() * 2);
      const parts = Array.from(
        { length },
        () => syllables[Math.floor(random() * syllables.length)] ?? "",
      );
      const made = isCased ? capitalised(parts.join("")) : parts.join("");
      const folded = made.toUpperCase();
      if (taken.has(folded)) continue;
      taken.add(folded);
      return made;
    }
  };
  return Array.from({ length: count }, (_one, at) => {
    const own = SCRIPTS[at % SCRIPTS.length];
    if (!own) throw new Error("No script");
    const [first, last] = [word(own), word(own)];
    if (own.isUnspaced) return { full: first, first, last: first };
    return { full: `${first} ${last}`, first, last };
  });
}

/** Finds the words of planted names in an output, also half of a name. */
export function leakFinder(names: readonly PlantedName[]): (output: string) => readonly string[] {
  const words = new Map(
    names.flatMap(({ full, first, last }) =>
      [first, last].map((word) => [word.normalize("NFC").toUpperCase(), full] as const),
    ),
  );
  const unspaced = new Set(
    names.filter(({ full, first }) => full === first).map(({ full }) => full),
  );
  return (output) => {
    const runs = output.normalize("NFC").match(/[\p{L}\p{M}]+/gu) ?? [];
    return runs.flatMap((run) => {
      const found = words.get(run.toUpperCase());
      if (found !== undefined) return [found];
      if (!/[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}]/u.test(run)) return [];
      return Array.from({ length: run.length }, (_one, at) => at).flatMap((at) =>
        [5, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].flatMap((length) => {
          const part = run.slice(at, at + length);
          return unspaced.has(part) ? [part] : [];
        }),
      );
    });
  };
}
