import type { Page } from 'playwright-core';

/** What a page said and did. All of it empty, but for the requests, is what a healthy page shows. */
export interface Seen {
  /** Everything on the console, `type: text`. */
  console: string[];
  pageErrors: string[];
  /** Requests without an answer, and answers from 400 on. */
  failed: string[];
  /** Addresses of all requests, of the pane too. */
  requests: string[];
  /** `directive blocked-address` */
  cspViolations: string[];
}

/** Watches a page from before its first request. */
export async function watchPage(page: Page): Promise<Seen> {
  const seen: Seen = { console: [], pageErrors: [], failed: [], requests: [], cspViolations: [] };
  page.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.pageErrors.push(error.message));
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('requestfailed', (request) => {
    seen.failed.push(`${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.failed.push(`${response.url()} ${String(response.status())}`);
  });
  await page.exposeFunction('sawCspViolation', (violation: string) => seen.cspViolations.push(violation));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const watched = window as unknown as { sawCspViolation: (violation: string) => void };
      watched.sawCspViolation(`${violatedDirective} ${blockedURI}`);
    });
  });
  return seen;
}
