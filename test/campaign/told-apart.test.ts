import { titleOf } from '../../src/campaign/summary-words';
import { overviewOf } from '../../src/campaign/things-to-do';
import { ticketFor } from '../../src/campaign/ticket';
import { linksOf, loadWords, type Words } from '../../src/engine';
import { speechIn } from '../../src/plan/speech';
import { summaryOf } from './read-files';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'tr', 'ar'];
const RULE = '550 5.7.1 TRANSPORT.RULES.RejectMessage; ';

async function titlesOf(said: readonly (readonly [domain: string, said: string])[], words: Words) {
  const rows = said.map(([domain, text], n) => `u${n}@${domain},bounce,"${text.replaceAll('"', '""')}"`);
  const { things } = overviewOf(
    await summaryOf([{ name: 'a.csv', text: `email,event,reason\n${rows.join('\n')}\n` }]),
  );
  const speech = speechIn(words);
  const tickets = things.map(
    (thing) => ticketFor(thing, { speech, attached: 'a.csv', sender: null, links: linksOf({}) })[0],
  );
  return {
    titles: things.map((thing) => titleOf(thing, speech)).sort(),
    tickets: tickets.flatMap((part) => (part && 'text' in part ? part.text : [])),
  };
}

test.each(LANGUAGES)(
  'rules of one domain have titles of their own: by name, GUID or words (%s)',
  async (language) => {
    const said = [
      `${RULE}rejected by rule 'Block External'`,
      `${RULE}rejected by rule 'HR only'`,
      `${RULE}rule 11111111-2222-4333-8444-555555555555`,
      `${RULE}no training mails please`,
      `${RULE}ask the service desk first`,
    ].map((text) => ['company.example', text] as const);
    const { titles, tickets } = await titlesOf(said, await loadWords(language));
    expect(new Set(titles).size).toBe(said.length);
    expect(new Set(tickets.map((title) => title.replace(/u\d@/, ''))).size).toBe(said.length);
    for (const names of [titles, tickets])
      for (const name of [
        'Block External',
        'HR only',
        '11111111-2222',
        'no training mails',
        'ask the service desk',
      ])
        expect(names.filter((title) => title.includes(name))).toHaveLength(1);
  },
);

test('one rule is named by its domain alone, and domains tell apart what nobody there must mend', async () => {
  const gone = '550 5.1.2 Host or domain name not found';
  const { titles } = await titlesOf(
    [
      ['company.example', `${RULE}rejected by rule 'Block External'`],
      ['one.example', gone],
      ['two.example', gone],
    ],
    await loadWords('en'),
  );
  expect(titles).toEqual([
    'A mail flow rule rejected, at company.example',
    'Domain does not exist, at one.example',
    'Domain does not exist, at two.example',
  ]);
});
