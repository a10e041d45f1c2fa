import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../../..');

/**
 * Builds a page of the harness from its `taskpane.html`, `page.ts` and `webpack.config.cjs`. By a process of
 * its own: within jest, which loads every module its own way, it takes four times as long.
 *
 * @returns the folder to serve
 */
export async function buildPage(name: string): Promise<string> {
  const source = join(__dirname, name);
  const built = join(ROOT, '.cache/test-pages', name);
  const webpack = join(ROOT, 'node_modules/webpack/bin/webpack.js');
  await promisify(execFile)(process.execPath, [webpack, '--config', join(source, 'webpack.config.cjs')], {
    cwd: ROOT,
  });
  await cp(join(source, 'taskpane.html'), join(built, 'taskpane.html'));
  return built;
}
