/** The style element that Fluent's renderer puts into the page is empty; this is the hash of nothing. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What the pane may do here: ask its own origin and the local Graph, and be framed by the mailbox only. */
export function panePolicy(mailboxOrigin: string, graphOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    `connect-src 'self' ${graphOrigin}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${mailboxOrigin}`,
  ].join('; ');
}

/** What the mailbox page may do: frame the pane, and ask whether its server can be reached. */
export function mailboxPolicy(paneOrigin: string): string {
  return [
    "default-src 'self'",
    "img-src 'self' data:",
    `frame-src ${paneOrigin}`,
    `connect-src 'self' ${paneOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The deployed page has a policy of its own, which names Microsoft's Graph: here the local one. */
export const withLocalGraph = (html: string, graphOrigin: string): string =>
  html.replace(/\bconnect-src [^;"]*/, `connect-src 'self' ${graphOrigin}`);
