/** The one style sheet of a page; `--mark` and the like also colour its charts. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --soft: #57606a; --quiet: #d8dee4; --line: #444c56;
  --mark: #0b62a8; --link: #0b5cad; --edge: #c4ccd4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --ink: #e6edf3; --soft: #a3adb8; --quiet: #39424d; --line: #c9d1d9;
    --mark: #6cb0f0; --link: #7ab8f5; --edge: #57606a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 90rem; padding: 1.5rem clamp(1rem, 3vw, 3rem) 3rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.3rem; line-height: 1.3; }
h1, h2, p, .notes { max-width: 75ch; }
.subtitle, figcaption, .notes { color: var(--soft); }
.subtitle { margin: .25rem 0 1rem; }
.finding { font-size: 1.1rem; font-weight: 600; }
code { font: .9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
a { color: var(--link); text-decoration: underline; text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; min-height: 1.75rem; }
figure { margin: 1rem 0; max-width: 47.5rem; }
figcaption { margin-bottom: .5rem; }
figcaption strong { display: block; color: var(--ink); }
svg { display: block; max-width: 100%; height: auto; }
svg text { white-space: pre; unicode-bidi: plaintext; }
.wide { overflow-x: auto; }
.wide.only, .scroll {
  background:
    linear-gradient(to right, var(--paper) 40%, transparent) 0 0 / 3rem 100% local no-repeat,
    linear-gradient(to left, var(--paper) 40%, transparent) 100% 0 / 3rem 100% local no-repeat,
    linear-gradient(to right, var(--edge), transparent) 0 0 / 1rem 100% no-repeat,
    linear-gradient(to left, var(--edge), transparent) 100% 0 / 1rem 100% no-repeat;
}
.narrow { display: none; }
@media (max-width: 44rem) {
  .wide.only svg { max-width: none; }
  .has-narrow .wide { display: none; }
  .has-narrow .narrow { display: block; }
}
summary { display: inline-block; min-height: 1.75rem; cursor: pointer; color: var(--link); }
summary::before { content: "\\25B8\\00A0"; }
[open] > summary::before { content: "\\25BE\\00A0"; }
summary::-webkit-details-marker { display: none; }
.scroll { position: relative; overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
th, td { padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid var(--line); vertical-align: bottom; }
td { border-bottom: 1px solid var(--quiet); }
th, td { overflow-wrap: normal; min-width: 3rem; }
td.t { max-width: 32rem; }
td.wrap { min-width: 11rem; }
td.full { min-width: 20rem; }
td.where { min-width: 8rem; }
td.where [open] { min-width: 19rem; }
td.long { min-width: 16rem; overflow-wrap: anywhere; }
td.d, .whole { white-space: nowrap; }
.id { display: block; color: var(--soft); font-size: .85em; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
th.n { white-space: normal; }
td ul { margin: 0; padding: 0; list-style: none; }
td ul.sentences { padding-left: 1rem; list-style: disc; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(34rem, 100%), 1fr)); margin: 1rem 0; }
.card { border: 1px solid var(--quiet); border-radius: .375rem; padding: 1rem 1.25rem; }
h3 { margin: 0; font-size: 1.1rem; line-height: 1.3; }
p.id { margin: 0; font-size: .85rem; }
dl { margin: .5rem 0 0; font-size: .9rem; line-height: 1.4; }
dl div { display: grid; grid-template-columns: 8.5rem 1fr; gap: .75rem; padding: .2rem 0; border-top: 1px solid var(--quiet); }
dt { color: var(--soft); }
@media (max-width: 30rem) { dl div { grid-template-columns: 1fr; gap: 0; } }
dd { margin: 0; }
dd ul { margin: 0; padding: 0 1rem; }
dd[dir], li[dir] { direction: ltr; unicode-bidi: plaintext; text-align: left; }
.card details { margin-top: .75rem; font-size: .9rem; }
.card p.where { margin: .5rem 0 0; color: var(--soft); }
.card ul.where { margin: 0; padding-left: 1rem; }
td li a, td > a { display: inline-block; min-height: 1.5rem; }
th button {
  font: inherit; color: inherit; text-align: inherit; background: none; border: 0; padding: 0;
  min-height: 1.5rem; min-width: 1.5rem; cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em;
}
th[aria-sort=ascending] button::after { content: "\\00A0\\2191"; }
th[aria-sort=descending] button::after { content: "\\00A0\\2193"; }
.filter { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; margin-top: .5rem; }
.filter input {
  font: inherit; padding: .25rem .5rem; min-height: 2rem; max-width: 100%;
  color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: .25rem;
}
.notes { padding-left: 1.25rem; }
.printed { display: none; }
footer { margin-top: 3rem; border-top: 2px solid var(--quiet); }
footer h2 { margin-top: 1.5rem; }
@page { margin: 14mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --quiet: #ccc; --line: #333; --mark: #0b62a8; --link: #000;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h1 { font-size: 16pt; } h2 { font-size: 12.5pt; margin-top: 1.25rem; }
  .skip, nav, .filter, summary, .where, .minor, .card details:not(.more) { display: none; }
  .cards { display: block; } .card { margin: .5rem 0; padding: .5rem .75rem; break-inside: avoid; }
  h3 { font-size: 10.5pt; } dl { font-size: 8.5pt; } dl div { padding: .1rem 0; }
  .printed { display: block; }
  .has-narrow .wide { display: block; } .has-narrow .narrow { display: none; }
  details::details-content { content-visibility: visible; display: block; }
  .scroll, .wide.only { background: none; }
  .scroll { overflow: visible; }
  table { width: 100%; font-size: 7.5pt; }
  th, td { padding: .2rem .4rem .2rem 0; }
  td, th { overflow-wrap: break-word; min-width: 0; padding-right: .6rem; }
  td.long { overflow-wrap: anywhere; }
  td.t, td.wrap, td.full, td.long { min-width: 0; max-width: none; }
  th button { display: contents; text-decoration: none; }
  .wide { overflow: visible; } .wide.only svg { max-width: 100%; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  tr, figure, li, dl div, h2, .finding, .notes li { break-inside: avoid; }
  h2, h3, p.id, .finding { break-after: avoid; }
  svg, svg rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
