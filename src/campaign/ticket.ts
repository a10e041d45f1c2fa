/** A thing to do as a ticket: the pane's own ticket, said of many, with their list beside it. */
import type { LinkUrl } from '../engine';
import type { Speech } from '../plan/speech';
import { ticketOf, type TicketPart } from '../plan/ticket';
import { quoteOf, titleOf } from './summary-words';
import type { ThingToDo } from './things-to-do';

export interface TicketSurroundings {
  speech: Speech;
  /** Name of the file with all addresses. */
  attached: string;
  /** The address that the training is sent from. */
  sender: string | null;
  links: LinkUrl;
}

/** More addresses than these stand in the list alone. */
const MAX_ADDRESSES = 10;

export function ticketFor(
  thing: ThingToDo,
  { speech, attached, sender, links }: TicketSurroundings,
): TicketPart[] {
  const { plan, people } = thing;
  const file: TicketPart = {
    kind: 'line',
    text: speech.t('campaign.attached', { count: String(people), file: attached }),
  };
  if (!plan)
    return [
      { kind: 'title', text: titleOf(thing, speech) },
      { kind: 'line', text: quoteOf(thing) ?? '' },
      file,
    ];
  const answer = { whole: plan, parts: [plan] as const, arrived: [] };
  const parts = ticketOf(
    {
      answer,
      plans: [plan],
      trust: { verdict: thing.rows[0]?.trust ?? 'unverified', signals: [] },
      asked: null,
      senders: sender === null ? [] : [sender],
      servers: [],
      links,
    },
    speech,
  );
  const shown = new Set(plan.addresses.slice(0, MAX_ADDRESSES));
  const hidden = new Set(plan.addresses.filter((address) => !shown.has(address)));
  return [...parts.filter((part) => !(part.kind === 'fact' && hidden.has(part.value))), file];
}
