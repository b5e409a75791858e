import { dirname, join, resolve } from "node:path";
import type { AssembleContext } from "../assemble/context.ts";
import type { Languages } from "../assemble/language.ts";
import type { CacheFolder } from "../cache/folder.ts";
import { UsageError } from "../core/errors.ts";
import { once } from "../core/memo.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Config } from "../core/settings/config.ts";
import type { Cues } from "../core/settings/cues.ts";
import type { Language } from "../core/settings/language.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { kindOfPath } from "../read/find-files.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { defaultConfig, parseConfig, type RuleSetup } from "../setup/config.ts";
import { parseCues } from "../setup/cues.ts";
import { parseImportMap, withImportMap, type Words } from "../setup/import-map.ts";
import { parseLanguage } from "../setup/language.ts";
import { parseNames } from "../setup/names.ts";
import { parseRowWeights } from "../setup/row-weights.ts";
import { withoutProblems } from "../setup/setup-problem.ts";
import { parseTaxonomy } from "../setup/taxonomy.ts";
import { extendVocabulary, parseVocabulary, parseVocabularyPart } from "../setup/vocabulary.ts";
import { besideConfig } from "./beside-config.ts";
import { cacheFolderOf, type CacheWish, keyOfSetup } from "./cache-folder.ts";
import { chooseLanguages } from "./languages.ts";
import type { ProjectLocation, Threads } from "./project-location.ts";
import { buildId, readNeeded, readShippedData } from "./shipped.ts";

export type { ProjectLocation };

export const CONFIG_NAME = "pm.yaml";
export const TAXONOMY_NAME = "taxonomy.yaml";

/** A folder of postmortems with what it takes to read them. */
export interface Project {
  /** Paths are shown relative to it. */
  readonly cwd: string;
  readonly config: Config;
  readonly taxonomy: Taxonomy;
  /** As shown; "the taxonomy that ships with pm" where there is no file. */
  readonly taxonomyName: string;
  /** Absolute path of the team's own taxonomy; null where there is none. */
  readonly taxonomyPath: string | null;
  readonly vocabulary: Vocabulary;
  /** Chooses the words of documents by their language; read when the first document is. */
  readonly languages: () => Languages;
  /** Read when it is first asked for, as few commands need it. */
  readonly language: () => Language;
  /** By what `pm suggest` recognises gaps; read when it is first asked for. */
  readonly cues: () => Cues;
  /** Absolute paths of the team's own configuration and taxonomy, where there are such. */
  readonly setupPaths: readonly string[];
  /** Tells its configuration, taxonomy and words from any others. */
  readonly setupKey: string;
  /** Where it remembers what was read; null where it does not. */
  readonly cache: CacheFolder | null;
  /** The threads that read its documents; null for this one alone. */
  readonly threads: Threads | null;
}

/** How a project is opened. */
export interface OpenRequest extends ProjectLocation {
  /** Whether what was read is remembered; not unless it is given. */
  readonly cache?: CacheWish;
  /** Threads that read documents at most; one unless it is given. */
  readonly mostThreads?: number;
}

const readRowWeights = once(() => parseRowWeights(readShippedData("rows")));
const readNames = once(() => parseNames(readShippedData("names")));

/** What reading a document takes. */
export function contextOf(project: Project): AssembleContext {
  const { taxonomy, vocabulary, language, config } = project;
  const { timeZone, dateOrder } = config;
  const words = { taxonomy, vocabulary, language, languages: project.languages() };
  return { ...words, names: readNames, rowWeights: readRowWeights, timeZone, dateOrder };
}

/** The words of the language that a document is written in; those of English where it is unknown. */
export function vocabularyFor(
  { language }: Pick<Postmortem, "language">,
  { vocabulary, languages }: Pick<Project, "vocabulary" | "languages">,
): Vocabulary {
  return language?.isKnown === true ? languages().vocabularyOf(language.id) : vocabulary;
}

/** The nearest `pm.yaml` at or above a folder, not beyond the repository that holds it. */
export async function findConfig(from: string): Promise<string | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, CONFIG_NAME);
    if ((await kindOfPath(path)) === "file") return path;
    const isRepository = (await kindOfPath(join(folder, ".git"))) !== null;
    if (isRepository || dirname(folder) === folder) return null;
  }
}

/** Reads a file of a project's setup. */
type ReadSetup = (path: string) => Promise<SourceFile>;

async function loadConfig(
  location: ProjectLocation,
  rules: readonly RuleSetup[],
  readSetup: ReadSetup,
): Promise<Config> {
  const { cwd, dir } = location;
  const folder = dir === null ? null : resolve(cwd, dir);
  const kind = folder === null ? "folder" : await kindOfPath(folder);
  if (kind !== "folder") {
    const what = kind === null ? "no such folder" : "not a folder";
    throw new UsageError(`${dir ?? ""}: ${what}`, "Set --dir to a folder of postmortems.");
  }
  const given = location.configPath === null ? null : resolve(cwd, location.configPath);
  const path = given ?? (await findConfig(folder ?? location.from ?? cwd));
  if (path === null) return defaultConfig((written) => resolve(folder ?? cwd, written));
  const file = await readSetup(path);
  const inFolder = (written: string) => resolve(dirname(path), written);
  const config = withoutProblems(parseConfig(file, path, rules, inFolder));
  const ownsFolder = folder === null || dirname(path) === folder;
  return ownsFolder ? config : { ...config, folder };
}

/** The taxonomy file of a configuration: the one it names, else one that lies beside it. */
async function taxonomyPath(config: Config): Promise<string | null> {
  if (config.taxonomyPath !== null) return config.taxonomyPath;
  const beside = besideConfig(config, TAXONOMY_NAME);
  return (await kindOfPath(beside)) === "file" ? beside : null;
}

/** Reads a taxonomy; where the configuration names one that is not there, the message says so. */
async function readTaxonomyFile(
  path: string,
  config: Config,
  readSetup: ReadSetup,
): Promise<SourceFile> {
  return readSetup(path).catch(async (error: unknown) => {
    const isNamed = config.taxonomyPath !== null && error instanceof UsageError;
    if (!isNamed || (await kindOfPath(path)) !== null) throw error;
    const hint = `\`taxonomy\` in ${CONFIG_NAME} names it: correct the name, or remove the line.`;
    throw new UsageError(error.message, hint);
  });
}

/** The words of a team: English with its own, and what adds its own to another language's. */
interface OwnWords {
  readonly words: Words;
  readonly add: (vocabulary: Vocabulary) => Vocabulary;
}

/** Words with those of the team's vocabulary and map; as they are where there is neither. */
async function ownWords(
  { vocabularyPath }: Config,
  mapPath: string | null,
  shipped: Words,
  readSetup: ReadSetup,
): Promise<OwnWords> {
  const part =
    vocabularyPath === null ? null : parseVocabularyPart(await readSetup(vocabularyPath));
  const extended = (vocabulary: Vocabulary) =>
    part === null ? vocabulary : extendVocabulary(vocabulary, part);
  const words = { ...shipped, vocabulary: extended(shipped.vocabulary) };
  if (mapPath === null) return { words, add: extended };
  const map = withoutProblems(parseImportMap(await readSetup(mapPath), words));
  const add = (vocabulary: Vocabulary) => {
    return withImportMap({ ...shipped, vocabulary: extended(vocabulary) }, map).vocabulary;
  };
  return { words: withImportMap(words, map), add };
}

/**
 * Opens the project that a command works on.
 * @throws {UsageError} with the place of each problem in its configuration, taxonomy and map.
 */
export async function openProject(
  { cache: cacheWish, mostThreads = 1, ...location }: OpenRequest,
  rules: readonly RuleSetup[],
): Promise<Project> {
  const { cwd } = location;
  const setup: SourceFile[] = [];
  const readSetup: ReadSetup = async (one) => {
    const read = await readNeeded(one, cwd);
    setup.push(read);
    return read;
  };
  const config = await loadConfig(location, rules, readSetup);
  const path = await taxonomyPath(config);
  const shipped = readShippedData("taxonomy");
  const file = path === null ? shipped : await readTaxonomyFile(path, config, readSetup);
  const taxonomy = withoutProblems(parseTaxonomy(file, shipped));
  const given = location.importMap ?? null;
  const mapPath = given === null ? config.importMapPath : resolve(cwd, given);
  const english = parseVocabulary(readShippedData("vocabulary"));
  const own = await ownWords(config, mapPath, { taxonomy, vocabulary: english }, readSetup);
  const languagesFile = readShippedData("languages");
  const languages = once(() => chooseLanguages(languagesFile, english, config.language, own.add));
  if (config.language !== null) languages();
  const language = once(() => parseLanguage(readShippedData("language")));
  const cues = once(() => parseCues(readShippedData("cues"), language()));
  const taxonomyName = path === null ? "the taxonomy that ships with pm" : file.path;
  const setupPaths = [config.path, path, mapPath, config.vocabularyPath].filter(
    (one) => one !== null,
  );
  const named = { taxonomyName, taxonomyPath: path };
  const { words } = own;
  const build = await buildId();
  const setupKey = keyOfSetup(setup, build);
  const cache = cacheWish ? cacheFolderOf(config, { key: setupKey, build }, cacheWish) : null;
  const threads = mostThreads > 1 ? { most: mostThreads, location } : null;
  const kept = { setupPaths, setupKey, cache, threads };
  return { cwd, config, ...words, languages, ...named, language, cues, ...kept };
}

/** The folders that documents of a project lie in; a link that leaves them is not written through. */
export function projectFolders({ cwd, config }: Project): readonly string[] {
  return [cwd, config.folder, ...(config.path === null ? [] : [dirname(config.path)])];
}
