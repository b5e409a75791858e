import { rangeOfTokens } from "../places/token-range.ts";
import { FILE_START, type Range } from "../position.ts";
import type { Sentence, Token } from "../postmortem.ts";
import type { SectionKind } from "./body-parts.ts";

/** A class because an accessor of its own costs an object 500 bytes. */
class ReadSentence implements Sentence {
  readonly tokens: readonly Token[];
  readonly section: SectionKind | null;

  constructor(tokens: readonly Token[], section: SectionKind | null) {
    this.tokens = tokens;
    this.section = section;
  }

  get range(): Range {
    const [first, last] = [this.tokens[0], this.tokens.at(-1)];
    return first && last ? rangeOfTokens(first, last) : FILE_START;
  }
}

/**
 * A sentence whose range is made of its tokens when somebody asks for it: those of a large document have
 * 200,000 ranges, which would take 30 MB.
 */
export function sentenceOf(tokens: readonly Token[], section: SectionKind | null): Sentence {
  return new ReadSentence(tokens, section);
}
