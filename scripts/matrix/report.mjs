/** Prints what a run of the matrix found. */
import { table } from '../measure/figures.mjs';
import { FIELDS } from './judge.mjs';

const percent = (part, all) => `${((100 * part) / (all || 1)).toFixed(1)} %`;

/** @returns by field and over all, how many combinations are right */
export function figuresOf(judged) {
  const count = (isIt) => judged.filter(isIt).length;
  return {
    count: judged.length,
    right: count(({ right }) => right),
    ...Object.fromEntries(FIELDS.map((field) => [field, count(({ verdict }) => verdict[field])])),
  };
}

const shortest = (failed) => [...failed].sort((one, other) => one.input.length - other.input.length)[0];
const short = ({ address, action, replyCode, status, cause }) =>
  [address, action, replyCode, status, cause].map((value) => value ?? 'none').join(' ');
const best = (recipient) =>
  short(Object.fromEntries(Object.entries(recipient).map(([field, values]) => [field, values[0]])));

/** @returns the fields that are wrong, the most frequent first: `cause 12, codes 3` */
export function wrongFields(failed) {
  return FIELDS.map((field) => [field, failed.filter(({ verdict }) => !verdict[field]).length])
    .filter(([, times]) => times > 0)
    .sort((one, other) => other[1] - one[1])
    .map(([field, times]) => `${field} ${times}`)
    .join(', ');
}

/** One combination for people: its parts, its text, what is wanted and what came. */
export function writeCase({ n, parts, input, want, got }) {
  const wanted = [want.kind[0], ...want.recipients.map(best)];
  const found = got ? [got.kind, ...got.recipients.map(short)] : [];
  return [
    `number ${n}: ${Object.entries(parts)
      .map(([type, id]) => `${type} ${id}`)
      .join(', ')}`,
    input.replace(/^/gm, '    '),
    `  wanted ${wanted.join(' | ')}`,
    ...(got ? [`  got    ${found.join(' | ')}`] : []),
  ].join('\n');
}

/** @param shown how many blamed parts are shown with their smallest example */
export function writeReport({ judged, blamed, unexplained, seed, shown }) {
  const { count, right, ...fields } = figuresOf(judged);
  const lines = [
    `${count} combinations, seed ${seed}: ${right} right in every field (${percent(right, count)}).`,
    FIELDS.map((field) => `${field} ${percent(fields[field], count)}`).join(' · '),
    '',
  ];
  if (blamed.length > 0) {
    lines.push(
      table([
        ['part that fails', 'failed', 'of', 'wrong fields'],
        ...blamed.map(({ name, all, failed }) => [
          name,
          String(failed.length),
          String(all),
          wrongFields(failed),
        ]),
      ]),
      '',
    );
    for (const { name, failed } of blamed.slice(0, shown))
      lines.push(`${name}, the smallest example`, writeCase(shortest(failed)), '');
  }
  lines.push(`${unexplained.length} failures that no part explains.`);
  for (const one of unexplained.slice(0, Math.min(shown, 5))) lines.push(writeCase(one), '');
  return lines.join('\n');
}

/** The same for programs. */
export function toJson({ judged, blamed, unexplained, seed }) {
  const example = ({ n, parts, input, want, got, verdict }) => ({ n, parts, input, want, got, verdict });
  return {
    seed,
    ...figuresOf(judged),
    blamed: blamed.map(({ name, all, failed }) => ({
      name,
      all,
      failed: failed.length,
      wrong: wrongFields(failed),
      example: example(shortest(failed)),
    })),
    unexplained: unexplained.map(example),
  };
}
