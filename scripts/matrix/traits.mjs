/** Which parts go together. Parts name what they need and what they avoid; these are the words they use. */

/** Answers that tell their cause by a code alone: without the code nobody could name it. */
const isToldWithoutReply = ({ byCode, cause }) => !byCode && cause[0] !== 'undetermined';

/** @returns the words by which frames and containers choose an answer: `reply`, `class-5`, `command-rcpt` … */
export function traitsOf(answer) {
  const words = [answer.kind, `class-${answer.class}`, `command-${answer.command}`];
  if (answer.reply) words.push('reply', `reply-${answer.reply}`);
  if (answer.status) words.push('status');
  if (answer.writer === 'program') words.push('from-program');
  if (isToldWithoutReply(answer)) words.push('told-without-reply');
  if (/["“]/.test(answer.text)) words.push('names-quotes');
  if (answer.text.length > 40) words.push('two-lines');
  return new Set(words);
}

/** A frame or a container takes the answer: its needs are met, nothing it avoids is there, the command is one of its own. */
export function takesAnswer(part, answer, traits = traitsOf(answer)) {
  if (part.commands && !part.commands.includes(answer.command)) return false;
  return (
    (part.needs ?? []).every((word) => traits.has(word)) &&
    !(part.avoid ?? []).some((word) => traits.has(word))
  );
}

/** The container holds the frame: who writes the one writes the other, and there is a place for all its lines. */
export const takesFrame = (container, frame) =>
  (container.frames?.includes(frame.id) ??
    (frame.writer === undefined || container.writers.includes(frame.writer))) &&
  (frame.lines.length === 1 || container.block === true || container.session !== undefined);

/** The state in which a container tells of this answer; null where it cannot tell of it at all. */
export function stateFor(container, answer) {
  if (container.states.silent) return 'silent';
  const state = answer.class === 4 ? 'delayed' : 'failed';
  // A mail that is still queued has not expired.
  if (state === 'delayed' && answer.cause.includes('expired')) return null;
  return container.states[state] ? state : null;
}

/** The wrapper goes around what the container makes. */
export function takesContainer(wrapper, container) {
  if (wrapper.groups && !wrapper.groups.includes(container.group)) return false;
  if (wrapper.noticesOnly && !container.notice) return false;
  // Margins and fences belong to text; a mail keeps its header fields at the line's start.
  return container.form !== 'mail' || wrapper.groups?.includes('mails') || wrapper.id === 'bare';
}
