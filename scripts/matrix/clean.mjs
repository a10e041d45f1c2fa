/** Texts and mails that are no bounces, though they speak of some: what the engine must leave alone. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chance } from '../measure/random.mjs';
import { fill, isTranslated } from './fill.mjs';

const knownFile = fileURLToPath(new URL('known-false-alarms.json', import.meta.url));
/** The texts that are taken for bounces today, each with the reason: `near-miss discussion` → why. */
export const readKnownAlarms = () => JSON.parse(readFileSync(knownFile, 'utf8'));

const writeAnswer = ({ reply, status, text }) => [reply, status, text].filter(Boolean).join(' ');

/** @returns `count` near misses, each filled with answers of servers; every near miss as often as any other */
export function dealClean({ answers, nearMisses, languages, values, speakers }, seed, count) {
  const luck = chance(seed * 0x9e3779b1);
  const replies = answers.filter(({ kind }) => kind === 'reply');
  return Array.from({ length: count }, (_, n) => {
    const nearMiss = nearMisses[n % nearMisses.length];
    const language = luck.pick(languages);
    const [answer, second, third] = [luck.pick(replies), luck.pick(replies), luck.pick(replies)];
    const address = luck.pick(values.recipients);
    const [local, domain] = address.split('@');
    const sender = luck.pick(values.senders);
    const own = {
      ...{ address, local, domain, sender, senderDomain: sender.split('@')[1], texts: language.texts },
      other: luck.pick(values.recipients.filter((other) => other !== address)),
      host: speakers[answer.speaker],
      ip: luck.pick(values.ips),
      peer: luck.pick(values.peers),
    };
    const written = (one) => fill(writeAnswer(one), own);
    const filled = {
      ...own,
      text: fill(answer.text, own),
      answer: written(answer),
      second: written(second),
      third: written(third),
    };
    const names = (word) => nearMiss.lines.some((line) => line.includes(`{${word}}`));
    return {
      n,
      parts: {
        'near-miss': nearMiss.id,
        ...(names('answer') || names('text') ? { answer: answer.id } : {}),
        ...(isTranslated(nearMiss.lines) ? { language: language.id } : {}),
      },
      form: nearMiss.form ?? 'text',
      input: nearMiss.lines.map((line) => fill(line, filled)).join('\n'),
      words: [],
      want: { kind: nearMiss.kinds ?? ['not-a-report'], recipients: [] },
    };
  });
}
