import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

/** A folder of files below a path; answers 404 itself. */
export function folder(dir: string, below = '/') {
  // dev: every request reads the disk, and nothing is kept by the browser.
  const files = sirv(dir, { dev: true });
  return (request: IncomingMessage, response: ServerResponse): void => {
    request.url = (request.url ?? '/').slice(below.length - 1);
    files(request, response);
  };
}
