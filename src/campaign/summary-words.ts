/** An overview in words: the same for the command, the page and a ticket. */
import { showLine, type Words, withoutIsolates } from '../engine';
import type { PlanStep } from '../plan/plan';
import { type Speech, tellStep } from '../plan/speech';
import type { Account } from './summary';
import type { Overview, ThingToDo } from './things-to-do';

/** Characters of a quotation, and of one in a title. */
const MAX_QUOTE = 160;
const MAX_WHICH = 120;

/** `Suppressed after earlier bounce`; `A mail flow rule rejected, at company.example` */
export function titleOf(thing: ThingToDo, speech: Speech): string {
  const { t, tell } = speech;
  const what =
    thing.rootCause === 'wrong-addresses'
      ? t('campaign.wrongAddresses')
      : thing.plan
        ? tell(thing.plan.cause)
        : thing.rootCause;
  const { domain } = thing.title;
  return withWhich(thing, domain === null ? what : t('campaign.organisation', { what, domain }), speech);
}

/** `A mail flow rule rejected, at company.example: “Block external”`, where there are several of its kind */
export const withWhich = ({ title: { which } }: ThingToDo, what: string, { t }: Speech): string =>
  which === null ? what : t('campaign.which', { what, which: showLine(which, MAX_WHICH) });

/** `1,240 bounces. Things to do: 3.` */
export const headlineOf = ({ bounces, things }: Overview, { t }: Speech): string =>
  bounces === 0
    ? t('campaign.nothing')
    : t('campaign.headline', { count: String(bounces), causes: String(things.length) });

/** `812 people (65 %): Suppressed after earlier bounce` */
export const lineOf = (thing: ThingToDo, speech: Speech): string =>
  speech.t('campaign.thing', {
    count: String(thing.people),
    share: shareOf(thing.share, speech.words),
    what: titleOf(thing, speech),
  });

/** `65 %` */
export const shareOf = (share: number, { language }: Words) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: share < 0.01 ? 1 : 0 }).format(
    share,
  );

/** The words of the bounce that it was concluded from. */
export function quoteOf({ first }: ThingToDo): string | null {
  const said = first.evidence ?? first.diagnostic;
  return said === null ? null : showLine(said, MAX_QUOTE);
}

/** Why, in a sentence; null where that differs from person to person, as it does among wrong addresses. */
export function sentenceOf({ plan, isOneMeaning }: ThingToDo, { tell }: Speech): string | null {
  return plan && isOneMeaning ? tell(plan.sentence) : null;
}

/** Who acts, and the steps of today, in their order. */
export const stepsOf = (thing: ThingToDo, speech: Speech): string[] =>
  stepsIn(thing, speech).map(({ text }) => withoutIsolates(text));

/** The same with what tells the steps apart. */
export function stepsIn({ plan }: ThingToDo, speech: Speech): { id: string; text: string }[] {
  if (!plan) return [];
  const told = (step: PlanStep) =>
    step.act === 'wait'
      ? tellStep(step, speech)
      : speech.t('engine.labelled', {
          name: speech.t(`engine.who.${step.who}`),
          value: tellStep(step, speech),
        });
  return plan.today.map((step) => ({ id: step.id, text: told(step) }));
}

/** What is counted beside the things to do, a sentence each. */
export function notesOf({ waiting, arrived, nobody, accounts }: Overview, { t }: Speech): string[] {
  const number = (key: string, count: number) => (count === 0 ? [] : [t(key, { count: String(count) })]);
  const sum = (valueOf: (account: Account) => number) =>
    accounts.reduce((all, account) => all + valueOf(account), 0);
  return [
    ...number(
      'campaign.waiting',
      waiting.reduce((all, thing) => all + thing.rows.length, 0),
    ),
    ...number('campaign.arrived', arrived.length),
    ...number('campaign.nobody', nobody),
    ...number(
      'campaign.suspicious',
      sum(({ suspicious }) => suspicious),
    ),
    ...(accounts.length === 0
      ? []
      : [
          t('campaign.read', {
            count: String(sum(({ records }) => records)),
            told: String(sum(({ told }) => told)),
            silent: String(sum(({ silent }) => silent)),
          }),
        ]),
  ];
}
