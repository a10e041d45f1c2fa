/**
 * What the page's Content-Security-Policy has blocked, such as `script-src https://cdn.example/office.js`.
 * The list starts before office.js loads, in a script of its own, so it lives on `window`: the pane's own
 * scripts come later and read it for the diagnostics.
 */
const LIST = 'bounceExplainerViolations';
/** A page that is blocked again and again says nothing new. */
const MAX_VIOLATIONS = 20;

type WithList = Window & { [LIST]?: string[] };

/** Starts the list. Addresses are cut to their host and path: what follows could name the reader. */
export function recordViolations(): void {
  const list: string[] = [];
  (window as WithList)[LIST] = list;
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (list.length < MAX_VIOLATIONS) list.push(`${effectiveDirective} ${withoutQuery(blockedURI)}`);
  });
}

/** The list so far; empty where nothing was blocked. */
export const pageViolations = (): readonly string[] => (window as WithList)[LIST] ?? [];

/** `blockedURI` is an address, or a word such as `inline` or `eval`. */
const withoutQuery = (address: string): string => address.replace(/[?#].*$/s, '').slice(0, 200);
