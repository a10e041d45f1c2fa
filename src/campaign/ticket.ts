/** A thing to do as a ticket: the pane's own ticket, said of many, with their list beside it. */
import type { LinkUrl } from '../engine';
import type { Speech } from '../plan/speech';
import { ticketOf, type TicketPart } from '../plan/ticket';
import type { RowList } from './row-list';
import { quoteOf, titleOf, withWhich } from './summary-words';
import type { ThingToDo } from './things-to-do';

export interface TicketSurroundings {
  speech: Speech;
  /** Name of the file with all addresses. */
  attached: string;
  /** The address that the training is sent from. */
  sender: string | null;
  links: LinkUrl;
}

const addressesIn = (rows: RowList) => [...new Set([...rows].flatMap(({ address }) => address ?? []))];

/** More addresses than these stand in the list alone. */
const MAX_ADDRESSES = 10;

export function ticketFor(
  thing: ThingToDo,
  { speech, attached, sender, links }: TicketSurroundings,
): TicketPart[] {
  const { people } = thing;
  const plan = thing.plan && { ...thing.plan, addresses: addressesIn(thing.rows) };
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
      trust: { verdict: thing.first.trust, signals: [] },
      asked: null,
      senders: sender === null ? [] : [sender],
      servers: [],
      links,
    },
    speech,
  );
  const shown = new Set(plan.addresses.slice(0, MAX_ADDRESSES));
  const hidden = new Set(plan.addresses.filter((address) => !shown.has(address)));
  return [
    ...parts
      .filter((part) => !(part.kind === 'fact' && hidden.has(part.value)))
      .map((part) => (part.kind === 'title' ? { ...part, text: withWhich(thing, part.text, speech) } : part)),
    file,
  ];
}
