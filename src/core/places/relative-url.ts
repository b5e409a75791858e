/** A relative path as a URL: no part of it is read as a scheme, a host, a query or a fragment. */
export function relativeUrl(path: string): string {
  const url = encodeURI(path.replace(/\p{Cs}/gu, "\ufffd")).replace(/[?#]/g, encodeURIComponent);
  return /^[^/]*:|^\/\//.test(url) ? `./${url}` : url;
}
