/** Labels that we judge wrong: listed with a reason each, and set aside for a second figure. */
import { readFileSync } from 'node:fs';

const disputed = JSON.parse(readFileSync(new URL('./disputed-labels.json', import.meta.url), 'utf8'));
const ofId = new Map(disputed.map((entry) => [entry.id, entry]));

/** @returns the labelled mail without its disputed labels */
export function withoutDisputed(item) {
  const labels = new Set(ofId.get(item.id)?.labels ?? []);
  if (labels.size === 0) return item;
  const isWhole = labels.has('all');
  const recipients = isWhole
    ? []
    : item.recipients
        .filter((_, index) => index === 0 || !labels.has('second'))
        .map((recipient) => without(recipient, labels));
  const expectBounce = isWhole || labels.has('detection') ? null : item.expectBounce;
  return { ...item, expectBounce, recipients };
}

const without = (recipient, labels) =>
  Object.fromEntries(
    Object.entries(recipient).filter(
      ([field]) => !labels.has(field) && !(labels.has('reason') && field === 'peerReason'),
    ),
  );

/** A line each, for those who wonder. */
export const reasons = () => disputed.map(({ id, labels, why }) => `  ${id} (${labels.join(', ')}): ${why}`);
