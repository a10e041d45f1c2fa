/** A thing to do as a ticket: the pane's own ticket, said of many, with their list beside it. */
import type { LinkUrl } from '../engine';
import type { Speech } from '../plan/speech';
import { ticketOf, type TicketPart } from '../plan/ticket';
import { addressesOf } from './addresses';
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

/** More addresses than these stand in the list alone. */
const MAX_ADDRESSES = 10;

/** The first of all people, and how many more there are. */
function someOf({ rows }: ThingToDo): { addresses: string[]; unlisted: number } {
  const addresses: string[] = [];
  let unlisted = 0;
  for (const address of addressesOf(rows))
    if (addresses.length < MAX_ADDRESSES) addresses.push(address);
    else unlisted++;
  return { addresses, unlisted };
}

export function ticketFor(
  thing: ThingToDo,
  { speech, attached, sender, links }: TicketSurroundings,
): TicketPart[] {
  const { people } = thing;
  const plan = thing.plan && { ...thing.plan, ...someOf(thing) };
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
  return [
    ...parts.map((part) =>
      part.kind === 'title' ? { ...part, text: withWhich(thing, part.text, speech) } : part,
    ),
    file,
  ];
}
