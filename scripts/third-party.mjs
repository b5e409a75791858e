// The licence notices of the packages whose code a bundle holds, as told by its source maps.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The folder of the package that a file is of, whatever packages that one lies in. */
const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const NOTICE = /^(?:licen[cs]e|copying|notice)/i;

/** Folders of the packages in a bundle. */
function bundledPackages(bundle) {
  const folders = readdirSync(bundle)
    .filter((name) => name.endsWith(".map"))
    .flatMap((name) => {
      const path = join(bundle, name);
      const { sources } = JSON.parse(readFileSync(path, "utf8"));
      return sources.map((source) => PACKAGE.exec(resolve(dirname(path), source))?.[0]);
    })
    .filter((folder) => folder !== undefined && existsSync(join(folder, "package.json")));
  return [...new Set(folders)].toSorted();
}

function authorOf({ author }) {
  return typeof author === "string" ? author : (author?.name ?? null);
}

/** The name, the version and the licence of a package, with the texts that have to go with it. */
function noticeOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((name) => NOTICE.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), "utf8").trim());
  const author = authorOf(manifest);
  const words = texts.length > 0 || author === null ? texts : [`Copyright (c) ${author}`];
  const { name, version, license } = manifest;
  return [`## ${name} ${version}`, `Licence: ${license ?? "see below"}`, ...words].join("\n\n");
}

/** The notices of all packages in a bundle, as one text. */
export function thirdPartyNotices(bundle) {
  const notices = [...new Set(bundledPackages(bundle).map(noticeOf))].toSorted();
  const head =
    "# Packages whose code is a part of pm\n\nEach with its licence, as it is published.";
  return `${[head, ...notices].join("\n\n")}\n`;
}
