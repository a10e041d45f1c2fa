/** Things to do that would bear the same title get what tells them apart: their domain, or a rule's name or its words. */
import { groupBy } from './group-by';
import type { Row } from './row';
import { nameIn, sharedWords } from './shared-words';
import type { ThingToDo } from './things-to-do';

export interface TitleParts {
  domain: string | null;
  /** Name of a rule, GUID, words of the answer. */
  which: string | null;
}

/** Only what somebody on that side does is told with its domain, as long as that is enough. */
export const plainTitle = ({ list, domain }: Pick<ThingToDo, 'list' | 'domain'>): TitleParts => ({
  domain: list === 'ask-it' ? domain : null,
  which: null,
});

/** Changes the titles of those that have one in common. */
export function tellApart(things: readonly ThingToDo[]): void {
  for (const alike of alikeIn(things)) for (const thing of alike) thing.title.domain = thing.domain;
  for (const alike of alikeIn(things)) for (const thing of alike) thing.title.which = whichOf(thing.first);
}

const alikeIn = (things: readonly ThingToDo[]) =>
  [...groupBy(things, titleKey).values()].filter(({ length }) => length > 1);

/** Equal where the titles are: `titleOf` says it in words. */
const titleKey = ({ rootCause, plan, title }: ThingToDo): string =>
  JSON.stringify([rootCause === 'wrong-addresses' || !plan ? rootCause : plan.cause.key, title.domain]);

function whichOf({ diagnostic, evidence }: Row): string | null {
  const said = diagnostic ?? evidence ?? '';
  return (nameIn(said) ?? sharedWords(said)) || null;
}
