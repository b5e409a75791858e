import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chooseLanguages } from "../../src/project/languages.ts";
import { CONTEXT } from "./context.ts";
import { ROOT } from "./root.ts";

/** All languages that pm reads, beside English. */
export const LANGUAGES = chooseLanguages(
  {
    path: "data/languages.yaml",
    text: readFileSync(join(ROOT, "data/languages.yaml"), "utf8"),
  },
  CONTEXT.vocabulary,
  null,
  (one) => one,
);
