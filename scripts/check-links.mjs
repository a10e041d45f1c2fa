/** Names every link between the project's own pages, and every path in them, that leads nowhere. */
import { fileURLToPath } from 'node:url';
import { deadLinks, markdownFiles } from './docs/dead-links.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const found = deadLinks(root);
for (const dead of found) console.error(dead);
if (found.length > 0) process.exitCode = 1;
else console.log(`${markdownFiles(root).length} pages checked, no dead link or path.`);
