// Learns data/en/rows.json from timelines in which people marked the rows of milestones, and prints how it does
// on teams that it did not learn from.
// Options: --public DIR holds the public documents as DIR/<owner>/<name>/<file> (default ../shared/public).
// --write writes the weights, which are then learned from the documents for development, too, unless
// --without-development says otherwise.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { LEARNED } from "./timeline/labelled.mjs";
import { hits, learnRows } from "./timeline/learn.mjs";
import { corpusSamples, publicSamples, writtenSamples } from "./timeline/samples.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUTPUT = join(ROOT, "data/en/rows.json");
const { values } = parseArgs({
  options: {
    public: { type: "string", default: join(ROOT, "../shared/public") },
    write: { type: "boolean", default: false },
    "without-development": { type: "boolean", default: false },
  },
});

function print(label, results) {
  const all = results.reduce(
    (sum, { right, told }) => ({ right: sum.right + right, told: sum.told + told }),
    { right: 0, told: 0 },
  );
  const written = [...results, { name: "all", ...all }]
    .map(({ name, right, told }) => `${name} ${right}/${told}`)
    .join("  ");
  console.log(`${label.padEnd(24)} ${written}`);
}

/** The hits of each team by what was learned from all others, added up. */
function hitsOfOthers(samples, others) {
  const teams = [...new Set(samples.map(({ team }) => team))];
  const results = teams.map((team) => {
    const rest = samples.filter((one) => one.team !== team);
    return hits(
      samples.filter((one) => one.team === team),
      learnRows([...rest, ...others]),
    );
  });
  return results[0].map(({ name }, column) => ({
    name,
    right: results.reduce((sum, one) => sum + one[column].right, 0),
    told: results.reduce((sum, one) => sum + one[column].told, 0),
  }));
}

const others = [...(await corpusSamples()), ...(await writtenSamples())];
/** The documents that features and limits are chosen by. */
const DEVELOPMENT = "development";
const training = [];
for (const set of LEARNED.filter((one) => one !== DEVELOPMENT)) {
  training.push(...(await publicSamples(set, values.public)));
}
const development = await publicSamples(DEVELOPMENT, values.public);
const weights = learnRows([...training, ...others]);
print("training, each team left out", hitsOfOthers(training, others));
print("development", hits(development, weights));
print("all, each team left out", hitsOfOthers([...training, ...development], others));

if (values.write) {
  const isAll = !values["without-development"];
  const all = learnRows([...training, ...(isAll ? development : []), ...others]);
  const lines = [...all].map(
    ([name, own]) => `    ${JSON.stringify(name)}: ${JSON.stringify(own)}`,
  );
  writeFileSync(OUTPUT, `{\n  "version": 1,\n  "weights": {\n${lines.join(",\n")}\n  }\n}\n`);
  console.log(`${all.size} features written`);
}
