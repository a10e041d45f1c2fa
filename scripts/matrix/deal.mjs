/** Deals combinations: every part as often as any other, by chance that can be repeated. */
import { chance } from '../measure/random.mjs';
import { compose } from './compose.mjs';
import { stateFor, takesAnswer, takesContainer, takesFrame, traitsOf } from './traits.mjs';

/** A pack of cards: of those that fit, one that was dealt least often. A card's `share` is how many of it there are. */
function deck(cards, luck) {
  const dealt = cards
    .flatMap((card) => Array(card.share ?? 1).fill(card))
    .map((card) => ({ card, times: 0, order: luck.below(2 ** 30) }));
  return (fits = () => true) => {
    let next = null;
    for (const one of dealt) {
      const isEarlier =
        !next || one.times < next.times || (one.times === next.times && one.order < next.order);
      if (isEarlier && fits(one.card)) next = one;
    }
    if (!next) return null;
    next.times++;
    next.order = luck.below(2 ** 30);
    return next.card;
  };
}

const NEIGHBOUR = 0.4;

/** @returns a generator of combinations without an end; the same seed deals the same ones */
export function* deal(parts, seed) {
  const luck = chance(seed * 0x9e3779b1);
  const answers = deck(parts.answers, luck);
  const neighbourAnswers = deck(parts.answers, luck);
  const frames = deck(parts.frames, luck);
  const containers = deck(parts.containers, luck);
  const wrappers = deck(parts.wrappers, luck);
  const languages = deck(parts.languages, luck);
  const addresses = deck(parts.values.recipients, luck);

  const valuesFor = (answer, address) => {
    const sender = luck.pick(parts.values.senders);
    const [local, domain] = address.split('@');
    return {
      address,
      local,
      domain,
      sender,
      senderDomain: sender.split('@')[1],
      ip: luck.pick(parts.values.ips),
      peer: luck.pick(parts.values.peers),
      host: parts.speakers[answer?.speaker ?? 'generic'],
    };
  };
  const fits = (container, answer, frame, traits) =>
    takesAnswer(container, answer, traits) &&
    takesFrame(container, frame) &&
    stateFor(container, answer) !== null;

  /** A further record beside the first one: another answer that fits the same container. */
  function neighbourOf({ container, answer, address }) {
    const other = neighbourAnswers(
      (card) => card.id !== answer.id && fits(container, card, parts.frames[0], traitsOf(card)),
    );
    const next = addresses((card) => card !== address);
    return {
      answer: other,
      frame: parts.frames[0],
      state: stateFor(container, other),
      values: valuesFor(other, next),
    };
  }

  for (;;) {
    const answer = answers();
    const traits = traitsOf(answer);
    const framing = parts.frames.filter((card) => takesAnswer(card, answer, traits));
    const container = containers(
      (card) =>
        takesAnswer(card, answer, traits) &&
        stateFor(card, answer) !== null &&
        framing.some((frame) => takesFrame(card, frame)),
    );
    if (!container) continue;
    const frame = frames((card) => takesFrame(container, card) && framing.includes(card));
    const wrapper = wrappers((card) => takesContainer(card, container));
    const address = addresses();
    const own = valuesFor(answer, address);
    const neighbours = [];
    if (container.rows && luck.maybe(NEIGHBOUR)) neighbours.push(neighbourOf({ container, answer, address }));
    if (container.states.delivered && luck.maybe(NEIGHBOUR)) {
      const other = addresses((card) => card !== address && card !== neighbours[0]?.values.address);
      neighbours.push({ values: { ...own, other } });
    }
    yield compose({
      answer,
      frame,
      container,
      wrapper,
      language: languages(),
      state: stateFor(container, answer),
      values: own,
      neighbours,
    });
  }
}

/** @returns the first `count` combinations of a seed, each with its number */
export function dealCases(parts, seed, count) {
  const cases = [];
  for (const one of deal(parts, seed)) {
    if (cases.length === count) break;
    cases.push({ n: cases.length, ...one });
  }
  return cases;
}
