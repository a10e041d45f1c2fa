/**
 * The gallery: every state of the pane, with the theme, the width and the language to choose.
 *
 *     npm run gallery                   builds and serves it
 *     npm run gallery -- --accept       takes today's pictures as those that the test compares with
 *     npm run gallery -- --pictures     draws the pictures of README.md anew
 *
 * `--built`: of what `npm run build` made last. `--port 4010`: where it is served.
 */
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const { values } = parseArgs({
  options: {
    accept: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    port: { type: 'string', default: '4010' },
  },
});

const run = (args, env = {}) =>
  execFileSync('npx', args, { stdio: 'inherit', env: { ...process.env, ...env } });

/** For README.md: one of each main state, sharp on a fine screen. */
const SHOWN = ['fix-first', 'resend-now', 'several-opened', 'suspicious'];
const THEMES = ['light', 'dark'];

async function drawPictures() {
  const require = createRequire(import.meta.url);
  const loadTypeScript = require('./load-typescript.cjs');
  const harness = new URL('../test/browser/harness/', import.meta.url);
  const { launch } = loadTypeScript(new URL('launch.ts', harness).pathname);
  const { openGallery, SAME_LETTERS } = loadTypeScript(new URL('gallery.ts', harness).pathname);
  const browser = await launch(SAME_LETTERS);
  const gallery = await openGallery(browser, { deviceScaleFactor: 1.5 });
  for (const state of SHOWN)
    for (const theme of THEMES) {
      await gallery.show({ state, theme, language: 'en-US', width: 320 });
      await gallery.page.screenshot({ path: `docs/pictures/${state}-${theme}.png` });
    }
  await gallery.close();
  await browser.close();
}

if (!values.built) run(['webpack', '--mode', 'production', '--config-name', 'gallery']);
if (values.accept)
  run(['jest', 'test/browser/gallery-pictures.test.ts', '--selectProjects', 'browser'], {
    ACCEPT_PICTURES: '1',
  });
else if (values.pictures) await drawPictures();
else
  createServer(sirv('dist/gallery', { dev: true })).listen(Number(values.port), 'localhost', () =>
    console.log(`The gallery is at http://localhost:${values.port}/`),
  );
