/** In the pane, the parser of HTML comes with the first page. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../../../src/engine';

const folder = join(__dirname, '../../../host/mails');
const mails = readdirSync(folder)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => new Uint8Array(readFileSync(join(folder, file))));

/** The engine as the pane has it: what was loaded for one mail is there for the next. */
async function ofThePane() {
  jest.resetModules();
  jest.doMock('../../../src/engine/mail/html-tree', () =>
    jest.requireActual('../../../src/engine/mail/html-tree-on-demand'),
  );
  const { treesOnDemand } = await import('../../../src/engine/mail/html-tree-on-demand');
  return { ...(await import('../../../src/engine')), treesOnDemand };
}

test('each mail is answered as with the parser at hand, whichever comes first', async () => {
  for (const mail of mails.filter((_, n) => n % 8 === 0)) {
    const pane = await ofThePane();
    expect(await pane.explain(mail)).toEqual(await explain(mail));
  }
});

test('a mail without HTML does not load it', async () => {
  const pane = await ofThePane();
  await pane.explain('550 5.1.1 <user@example.com>: User unknown');
  expect([pane.treesOnDemand.isThere(), pane.treesOnDemand.isWanted()]).toEqual([false, false]);
  await pane.explain({
    headers: null,
    subject: 'Undeliverable: Your training',
    from: 'postmaster@example.com',
    html: '<p>550 5.1.1 &lt;user@example.com&gt;: User unknown</p>',
    text: null,
    attachments: [],
  });
  expect([pane.treesOnDemand.isThere(), pane.treesOnDemand.isWanted()]).toEqual([true, true]);
});
