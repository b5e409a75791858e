const percent = (share) => `${(share * 100).toFixed(1)} %`;

function boundText({ most, least }) {
  if (most !== undefined) return `at most ${percent(most)}`;
  return least === undefined ? "power, no bound" : `at least ${percent(least)}`;
}

/** Prints how often each simulation found what it looks for, and ends with code 1 where a bound is broken. */
export function printRates(simulations, runs) {
  console.log(`| simulated, ${runs} folders each | rate | bound |\n|---|---:|---|`);
  for (const simulation of simulations) {
    const { name, most = 1, least = 0, rate } = simulation;
    const found = rate(runs);
    const holds = found <= most && found >= least;
    if (!holds) process.exitCode = 1;
    console.log(
      `| ${name} | ${percent(found)} | ${boundText(simulation)}${holds ? "" : ", broken"} |`,
    );
  }
}
