/** A thing to do in words, as the page and the pane show it. */
import { type Context, directionOf, linksOf, withoutIsolates } from '../engine';
import type { Speech } from '../plan/speech';
import { asHtml, asMarkdown, asText } from '../plan/ticket-formats';
import { addressesOf, linesOf } from './addresses';
import { quoteOf, sentenceOf, shareOf, stepsIn, titleOf } from './summary-words';
import type { ThingToDo } from './things-to-do';
import { ticketFor } from './ticket';

export interface ShownThing {
  rootCause: string;
  title: string;
  sentence: string | null;
  people: string;
  share: number;
  shareText: string;
  who: string | null;
  list: string;
  quote: string | null;
  steps: { id: string; text: string }[];
}

export function shownThing(thing: ThingToDo, speech: Speech): ShownThing {
  const { plan, people, share, list } = thing;
  const { t } = speech;
  return {
    rootCause: thing.rootCause,
    title: titleOf(thing, speech),
    sentence: sentenceOf(thing, speech),
    people: t('campaign.page.people', { count: String(people) }),
    share,
    shareText: shareOf(share, speech.words),
    who: plan?.who ? t(`engine.who.${plan.who}`) : null,
    list: t(`campaign.lists.${list}`),
    quote: quoteOf(thing),
    steps: stepsIn(thing, speech),
  };
}

/** Its ticket, and whom it is about, to be copied. */
export interface ThingTexts {
  text: string;
  html: string;
  markdown: string;
  /** One a line. */
  addresses: string;
}

/** @param done ids of steps that the reader has ticked */
export function textsOf(
  thing: ThingToDo,
  done: readonly string[],
  { speech, context }: { speech: Speech; context: Context },
): ThingTexts {
  const plan = thing.plan && {
    ...thing.plan,
    today: thing.plan.today.map((step) => ({ ...step, done: done.includes(step.id) })),
  };
  const ticket = ticketFor(
    { ...thing, plan },
    {
      speech,
      attached: `${thing.list}.csv`,
      sender: context.sendingAddresses?.[0] ?? null,
      links: linksOf(context),
    },
  );
  return {
    text: withoutIsolates(asText(ticket)),
    html: asHtml(ticket, directionOf(speech.words.language)),
    markdown: withoutIsolates(asMarkdown(ticket)),
    addresses: [...linesOf(addressesOf(thing.rows))].join(''),
  };
}
