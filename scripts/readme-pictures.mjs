// Draws the pictures of the README and of docs/tour.md from examples/: the first chart of some reports, each
// as an SVG file that stands alone. Run `npm run pictures` after a change of examples or charts.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { standaloneSvg } from "../build/formats/charts/standalone.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "docs/pictures");
const WINDOW = ["--dir", "examples", "--since", "1y", "--as-of", "2026-07-01"];
const PICTURES = {
  gaps: ["gaps", "--by", "domain"],
  escalations: ["escalations"],
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, report] of Object.entries(PICTURES)) {
  const page = execFileSync(
    process.execPath,
    ["bin/pm.js", ...report, ...WINDOW, "--format", "html"],
    { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  const [svg] = /<svg[\s\S]*?<\/svg>/u.exec(page) ?? [];
  if (svg === undefined) throw new Error(`pm ${report.join(" ")} draws no chart`);
  const picture = standaloneSvg(svg);
  writeFileSync(join(FOLDER, `${name}.svg`), picture);
  console.log(`docs/pictures/${name}.svg ${(picture.length / 1024).toFixed(1)} KiB`);
}
