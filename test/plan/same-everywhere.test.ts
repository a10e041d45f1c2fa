/**
 * The command, the plan that the pane shows, and the checklist tell the same steps in the same order: for failures,
 * for a bounce that is not to be trusted, for one whose returned email is not known as ours, for no failure at all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, linksFor, loadHelp, type Explanation, type Help } from '../../src/engine';
import { toReport } from '../../src/cli/report';
import { answerOf } from '../../src/plan/answer';
import { type Speech, speechIn, tellStep } from '../../src/plan/speech';
import { ticketOf } from '../../src/plan/ticket';
import { asText } from '../../src/plan/ticket-formats';
import type { Words } from '../../src/knowledge/records';
import { ourContext } from '../engine/our-mails';
import { english } from '../panel/fixtures';

const FOLDERS = ['../../host/mails', '../engine/trust/mails'].map((folder) => join(__dirname, folder));
const mails = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => [name, join(folder, name)] as const),
);

let words: Words;
let help: Help;
let speech: Speech;
beforeAll(async () => {
  [words, help] = await Promise.all([english(), loadHelp()]);
  speech = speechIn(words, 'en', true);
});

/** Without the marks that part directions. */
const bare = (text: string) => text.replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ');

/** Do the texts stand there, one behind the other? */
function inOrder(all: string, texts: readonly string[]): boolean {
  let at = 0;
  return texts.every((text) => {
    const found = all.indexOf(text, at);
    at = found + text.length;
    return found >= 0;
  });
}

const ticketIn = (explanation: Explanation) => {
  const answer = answerOf(explanation);
  const about = {
    answer,
    plans: answer.parts,
    trust: explanation.trust,
    asked: null,
    senders: [],
    servers: [],
  };
  return asText(ticketOf({ ...about, links: linksFor('https://train.example') }, speech));
};

test.each(mails)('%s', async (_name, file) => {
  const explanation = await explain(new Uint8Array(readFileSync(file)), ourContext);
  const { parts } = answerOf(explanation);
  const steps = parts.flatMap(({ today }) => today.map((step) => bare(tellStep(step, speech))));
  const options = { words, help, context: ourContext, messages: false, asked: false };
  expect(inOrder(bare(toReport('a.eml', explanation, options)), steps)).toBe(true);
  expect(inOrder(bare(ticketIn(explanation)), steps)).toBe(true);
  const { verdict } = explanation.trust;
  const isOurs = !explanation.trust.signals.some(({ id }) => id === 'original-unconfirmed');
  if (verdict === 'suspicious' || verdict === 'backscatter') {
    expect(steps.length).toBeGreaterThan(1);
    expect(parts.flatMap(({ today }) => today.filter(({ act }) => act === 'resend'))).toEqual([]);
    expect(parts.map((plan) => plan.verdict?.kind)).toEqual(['do-not']);
  } else if (!isOurs && verdict !== 'genuine' && explanation.kind === 'failure') {
    expect(parts.every(({ confirm }) => confirm !== null)).toBe(true);
  }
});
