import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's, which `.ci/run` installs. */
const CHROMIUM = "/usr/bin/chromium";

/** Whether there is a browser to look at pages with. */
export const hasChromium = existsSync(CHROMIUM);

/** A browser that asks nobody for anything by itself. */
export function openBrowser(): Promise<Browser> {
  const quiet = ["networking", "timer-throttling"].map((name) => `--disable-background-${name}`);
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-component-update", "--disable-sync", ...quiet],
    ],
  });
}
