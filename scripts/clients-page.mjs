/**
 * Writes docs/generated/clients.md from the client profiles and what the client runs found; with --check it only says
 * whether the page is up to date. The runs: UPDATE_RESULTS=1 npx jest test/browser/clients --selectProjects browser
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clientsPage } from './docs/clients-page.mjs';

const root = join(import.meta.dirname, '..');
const loadTypescript = createRequire(import.meta.url)('./load-typescript.cjs');
const { profiles } = loadTypescript(join(root, 'host/protocol/profiles/index.ts'));
const results = JSON.parse(readFileSync(join(root, 'test/browser/clients/results.json'), 'utf8'));
const file = join(root, 'docs/generated/clients.md');
const page = clientsPage(profiles, results);

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
} else if (page !== readFileSync(file, 'utf8')) {
  console.error('docs/generated/clients.md is out of date: run npm run docs:clients.');
  process.exitCode = 1;
}
