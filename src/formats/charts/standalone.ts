/** The colours that a page gives by name, for a picture that stands alone, in light and in dark. */
const STYLE = [
  "svg{--mark:#0b62a8;--line:#57606a;--quiet:#d8dee4;--paper:#fff;color:#1b1f24;background:#fff;",
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}",
].join("");

/** A drawing as the text of an SVG file: with its name space, its colours and a ground of its own. */
export function standaloneSvg(svg: string): string {
  const named = svg.includes("xmlns=")
    ? svg
    : svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  return `${named.replace(/>/u, `><style>${STYLE}</style>`)}\n`;
}
