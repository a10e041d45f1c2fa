/** One combination: an answer in a frame, in a container, in a wrapper, in a language. */
import { fill, isTranslated, namesRecipient } from './fill.mjs';
import { isRecipientNamed, writeSession } from './session.mjs';
import { wantOf } from './want.mjs';

const VERBS = { rcpt: 'RCPT TO', mail: 'MAIL FROM', 'end-of-data': 'end of DATA' };

/** A text in two halves, parted between words, as servers part long answers. */
function halves(text) {
  const at = text.indexOf(' ', text.length / 2);
  return at < 0 ? [text, 'Good-bye'] : [text.slice(0, at), text.slice(at + 1)];
}

/** @returns the values that one record fills its lines with */
function valuesOf({ answer, values }) {
  const text = fill(answer.text, values);
  const [first, second] = halves(text);
  const rest = [answer.status, text].filter(Boolean).join(' ');
  return {
    ...values,
    text,
    first,
    second,
    rest,
    answer: [answer.reply, rest].filter(Boolean).join(' '),
    reply: answer.reply ?? '',
    status: answer.status ?? '',
    dsn: answer.status ?? answer.statusInText ?? `${answer.class}.0.0`,
    verb: VERBS[answer.command] ?? '',
    event: answer.event ?? 'bounce',
  };
}

/** One record: its lines, and what must come out of it. */
function record({ answer, frame, container, state, values }) {
  const filled = valuesOf({ answer, values });
  const framed = frame.lines.map((line) => fill(line, filled));
  const lines = container.session
    ? writeSession(container.session, answer.command, framed, values)
    : container.states[state].flatMap((line) =>
        fill(line, { ...filled, framed: framed.join('\n') }).split('\n'),
      );
  const isNamed = container.session
    ? isRecipientNamed(answer.command)
    : container.names || frame.names || namesRecipient([answer.text], values.texts);
  const address = isNamed ? values.address : null;
  return {
    lines,
    words: frame.joined ? [filled.first, filled.second] : [filled.text],
    ...wantOf({ answer, frame, container, address, state, dsn: filled.dsn }),
  };
}

function wrap(wrapper, lines, { address, ...values }) {
  let inner = lines;
  if (wrapper.asHtml)
    inner = inner.map((line) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'));
  if (wrapper.linkAddress)
    inner = inner.map((line) => line.replaceAll(address, `[${address}](mailto:${address})`));
  if (wrapper.lineBefore) inner = inner.map((line) => `${wrapper.lineBefore}${line}`);
  const around = (more = []) => more.map((line) => fill(line, { address, ...values }));
  return [...around(wrapper.before), ...inner, ...around(wrapper.after)].join(wrapper.lineEnd ?? '\n');
}

/**
 * @param parts the combination's parts; `neighbours` are further records of a table: `{ answer, frame, values }`,
 * or `{ values }` alone for a row of a mail that was delivered
 * @returns the input and what is wanted of it; `parts` names the parts, so that a fault can be traced to one
 */
export function compose({ answer, frame, container, wrapper, language, state, values, neighbours = [] }) {
  const texts = language?.texts;
  const own = record({ answer, frame, container, state, values: { ...values, texts } });
  const others = neighbours.map((other) =>
    other.answer
      ? record({ ...other, container, values: { ...other.values, texts } })
      : { lines: container.states.delivered.map((line) => fill(line, { ...other.values, texts })) },
  );
  const rows = [own, ...others].sort((one, other) => (one.lines[0] < other.lines[0] ? -1 : 1));
  const between = container.between ?? '';
  const lines = [
    ...(container.head ?? []),
    ...rows.flatMap(({ lines: row }, index) =>
      index < rows.length - 1 ? [...row.slice(0, -1), `${row.at(-1)}${between}`] : row,
    ),
    ...(container.foot ?? []),
  ];
  const used = [...lines, ...(wrapper.before ?? []), ...(container.states[state] ?? [])];
  const told = rows.filter(({ recipient }) => recipient);
  const kinds = told.map(({ kind }) => kind);
  return {
    parts: {
      answer: answer.id,
      frame: frame.id,
      container: container.id,
      wrapper: wrapper.id,
      address: values.address,
      ...(isTranslated(used) || answer.kind === 'sentence' ? { language: language.id } : {}),
      ...Object.fromEntries(
        others.flatMap((_, i) => (neighbours[i].answer ? [['neighbour', neighbours[i].answer.id]] : [])),
      ),
    },
    form: wrapper.makes ?? container.form ?? 'text',
    input: wrap(wrapper, lines, { ...values, texts }),
    words: own.words,
    want: {
      kind: kinds.some((kind) => kind[0] === 'failure')
        ? kinds.find((kind) => kind[0] === 'failure')
        : kinds[0],
      recipients: told.map(({ recipient }) => recipient),
    },
  };
}
