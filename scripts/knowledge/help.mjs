/** Checks that tasks, messages and reasons that are named exist, are worded, and are used. */
import { fault } from './faults.mjs';
import { filesOf, rowsOf } from './layout.mjs';

const MESSAGES = 'messages.json';
const WORDS = 'words/en/help.json';

/** Each system's tasks, as `{ file, path, task, note }`. */
const tasksOf = (files) =>
  filesOf(files, 'how').flatMap(({ file, data, names: [system] }) =>
    rowsOf(data?.tasks).map(({ row, at }) => ({
      file,
      path: `tasks[${at}]`,
      system,
      task: row.task,
      note: row.note === true,
    })),
  );

/** Whatever advises: causes, and their variants, as `{ file, path, data }`. */
const advising = (files) => [
  ...filesOf(files, 'cause').map(({ file, data }) => ({ file, path: '', data })),
  ...filesOf(files, 'variants').flatMap(({ file, data }) =>
    rowsOf(data).map(({ row, at }) => ({ file, path: `[${at}].`, data: row })),
  ),
];

/** Where steps name tasks, as `{ file, path, id }`. */
const taskNames = (files) => [
  ...advising(files).flatMap(({ file, path, data }) =>
    rowsOf(data?.steps).flatMap(({ row, at }) => named(file, `${path}steps[${at}].how`, row?.how)),
  ),
  ...filesOf(files, 'variants').flatMap(({ file, data }) =>
    rowsOf(data).flatMap(({ row: variant, at }) =>
      rowsOf(variant.steps).flatMap(({ row, at: n }) => named(file, `[${at}].steps[${n}].how`, row?.how)),
    ),
  ),
  ...rowsOf(files.get('handling.json')).flatMap(({ row, at }) =>
    named('handling.json', `[${at}].how`, row.how),
  ),
];

const named = (file, path, ids) =>
  (Array.isArray(ids) ? ids : []).map((id, at) => ({ file, path: `${path}[${at}]`, id }));

const unknown = (names, known, where) =>
  names
    .filter(({ id }) => typeof id === 'string' && !known.has(id))
    .map(({ file, path, id }) =>
      fault(file, path, `${where} has no "${id}"`, `Add it to ${where}, or name another.`),
    );

/** A system's file is named by its id, and tells each task once. */
const checkSystems = (files) => {
  const seen = new Set();
  const wrongName = filesOf(files, 'how')
    .filter(({ data, names: [system] }) => data?.system !== system)
    .map(({ file, names: [system] }) =>
      fault(file, 'system', 'is not the name of the file', `Write "${system}".`),
    );
  const twice = tasksOf(files).flatMap(({ file, path, system, task }) => {
    const key = `${system} ${task}`;
    if (seen.has(key)) return [fault(file, `${path}.task`, `"${task}" is there twice`, 'Join the two.')];
    seen.add(key);
    return [];
  });
  return [...wrongName, ...twice];
};

/** Words for exactly what there is. */
const checkWords = (files) => {
  const words = files.get(WORDS) ?? {};
  const tasks = tasksOf(files);
  const used = new Set(taskNames(files).map(({ id }) => id));
  const messages = rowsOf(files.get(MESSAGES));
  const reasons = advising(files).flatMap(({ data }) => rowsOf(data?.needless).map(({ row }) => row.reason));
  /** Reasons that the program itself gives. */
  const own = ['title', 'still-tried', 'not-unmanned', 'no-admin'];
  const wanted = {
    tasks: new Set(tasks.map(({ task }) => task)),
    messages: new Set(messages.map(({ row }) => row.id)),
    needless: new Set([...reasons, ...own]),
  };
  const missing = Object.entries(wanted).flatMap(([section, ids]) =>
    [...ids]
      .filter((id) => words[section]?.[id] === undefined)
      .map((id) => fault(WORDS, `${section}.${id}`, 'is missing', 'Add its words.')),
  );
  const left = Object.entries(wanted).flatMap(([section, ids]) =>
    Object.keys(words[section] ?? {})
      .filter((id) => !ids.has(id))
      .map((id) => fault(WORDS, `${section}.${id}`, 'nothing asks for it', 'Take it out, or name it.')),
  );
  const idle = tasks
    .filter(({ task }) => !used.has(task))
    .map(({ file, path, task }) =>
      fault(file, path, `no step names "${task}"`, 'Name it in a step, or take it out.'),
    );
  return [...missing, ...left, ...idle, ...checkNotes(tasks, words.notes ?? {})];
};

const checkNotes = (tasks, notes) => {
  const wanted = new Set(tasks.flatMap(({ system, task, note }) => (note ? `${system}.${task}` : [])));
  const there = Object.entries(notes).flatMap(([system, texts]) =>
    Object.keys(texts).map((task) => `${system}.${task}`),
  );
  return [
    ...[...wanted]
      .filter((id) => !there.includes(id))
      .map((id) =>
        fault(WORDS, `notes.${id}`, 'is missing', 'Add the note, or take "note" out of the task.'),
      ),
    ...there
      .filter((id) => !wanted.has(id))
      .map((id) =>
        fault(WORDS, `notes.${id}`, 'no task asks for it', 'Write "note": true at the task, or take it out.'),
      ),
  ];
};

const messageNames = (files) =>
  advising(files).flatMap(({ file, path, data }) => named(file, `${path}messages`, data?.messages));

const providerNames = (files) =>
  filesOf(files, 'how').flatMap(({ file, data }) => named(file, 'providers', data?.providers));

/** Variants that a product says are its own, as `{ file, path, id }`. */
const meaningNames = (files) =>
  filesOf(files, 'how').flatMap(({ file, data }) =>
    Object.entries(data?.meanings ?? {}).flatMap(([cause, variants]) =>
      named(file, `meanings.${cause}`, variants).map(({ id, ...rest }) => ({
        ...rest,
        id: `${cause}.${id}`,
      })),
    ),
  );

const variantIds = (files) =>
  new Set(
    filesOf(files, 'variants').flatMap(({ data, names: [cause] }) =>
      rowsOf(data).map(({ row }) => `${cause}.${row.id}`),
    ),
  );

const ids = (rows) => new Set(rowsOf(rows).map(({ row }) => row.id));

/** Tasks, messages and reasons: none dead, none without words. */
export const checkHelp = ({ files }) => [
  ...checkSystems(files),
  ...unknown(taskNames(files), new Set(tasksOf(files).map(({ task }) => task)), 'how/'),
  ...unknown(messageNames(files), ids(files.get(MESSAGES)), MESSAGES),
  ...unknown(providerNames(files), ids(files.get('providers.json')), 'providers.json'),
  ...unknown(meaningNames(files), variantIds(files), 'causes/'),
  ...checkWords(files),
];
