/** Checks the variants of the causes: each is chosen by a row, names steps that are there, and says only what differs. */
import { fault } from './faults.mjs';
import { filesOf, rowsOf } from './layout.mjs';

const causeOf = (files, id) => files.get(`causes/${id}/cause.json`);

/** Rows of codes and wordings, and categories of services, with the cause and the variant that each names. */
const choosing = (files) => [
  ...['wordings', 'codes'].flatMap((kind) =>
    filesOf(files, kind).flatMap(({ file, data }) =>
      rowsOf(data?.rows).flatMap(({ row, at }) =>
        row.variant === undefined ? [] : [{ file, path: `rows[${at}].variant`, ...row }],
      ),
    ),
  ),
  ...Object.keys(files.get('logs.json')?.categories ?? {}).flatMap((name) => {
    const [cause, variant] = name.split('.');
    return variant === undefined ? [] : [{ file: 'logs.json', path: `categories.${name}`, cause, variant }];
  }),
];

const nameOf = (cause, variant) => `${cause}.${variant}`;

/** Ids of all variants, as `cause.variant`. */
const known = (files) =>
  new Set(
    filesOf(files, 'variants').flatMap(({ data, names: [cause] }) =>
      rowsOf(data).map(({ row }) => nameOf(cause, row.id)),
    ),
  );

/** Fields of a cause that name a variant: by whose address or server it is, or because it is still tried. */
const NAMED_BY_CAUSE = ['atPersonalMailbox', 'atUnmannedAddress', 'atOwnServer', 'whileTried'];

/** A row names a variant that its cause has. */
const checkNames = (files) => {
  const all = known(files);
  const byCause = filesOf(files, 'cause').flatMap(({ file, data, names: [cause] }) =>
    NAMED_BY_CAUSE.flatMap((path) =>
      data?.[path] === undefined ? [] : [{ file, path, cause, variant: data[path] }],
    ),
  );
  return [...choosing(files), ...byCause]
    .filter(({ cause, variant }) => !all.has(nameOf(cause, variant)))
    .map(({ file, path, cause, variant }) =>
      fault(
        file,
        path,
        `"${cause}" has no variant "${variant}"`,
        `Add it to causes/${cause}/variants.json, or name another.`,
      ),
    );
};

/** What nothing chooses is never shown. */
const checkChosen = (files) => {
  const chosen = new Set(choosing(files).map(({ cause, variant }) => nameOf(cause, variant)));
  return filesOf(files, 'variants').flatMap(({ file, data, names: [cause] }) => {
    const byCause = NAMED_BY_CAUSE.map((field) => causeOf(files, cause)?.[field]);
    return rowsOf(data)
      .filter(({ row }) => !byCause.includes(row.id) && !chosen.has(nameOf(cause, row.id)))
      .map(({ row, at }) =>
        fault(
          file,
          `[${at}].id`,
          `no row chooses "${row.id}"`,
          `Write "variant": "${row.id}" in a row of codes/ or wordings/.`,
        ),
      );
  });
};

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What the cause says already, a variant leaves out. */
const repeatedFields = (row, cause) =>
  ['whoActs', 'resend', 'waitHours', 'removeAddress', 'steps', 'needless', 'messages'].filter(
    (field) => row[field] !== undefined && same(row[field], cause[field]),
  );

const checkRow = ({ row, at }, file, cause, handling) => {
  const known = new Set(rowsOf(cause.steps).map(({ row: step }) => step.id));
  const found = repeatedFields(row, cause).map((field) =>
    fault(file, `[${at}].${field}`, 'the cause says so already', 'Take the field out.'),
  );
  for (const [n, step] of (Array.isArray(row.steps) ? row.steps : []).entries()) {
    const path = `[${at}].steps[${n}]`;
    if (typeof step === 'string' && !known.has(step))
      found.push(
        fault(file, path, `the cause has no step "${step}"`, 'Name one of its steps, or write the step out.'),
      );
    if (typeof step === 'object' && step?.platform !== handling.has(step?.id))
      found.push(
        fault(file, `${path}.platform`, 'does not fit the id', 'Write true for a handling step only.'),
      );
  }
  const ids = stepIds(row);
  if (ids && new Set(ids).size < ids.length)
    found.push(fault(file, `[${at}].steps`, 'a step is there twice', 'Name each step once.'));
  const resend = row.resend ?? cause.resend;
  if (resend === 'wait' && (row.waitHours === undefined ? cause.waitHours : row.waitHours) === null)
    found.push(fault(file, `[${at}].waitHours`, 'is null although resend is "wait"', 'Say how many hours.'));
  if (resend !== 'wait' && typeof row.waitHours === 'number')
    found.push(
      fault(
        file,
        `[${at}].waitHours`,
        'counts only where resend is "wait"',
        'Take it out, or write "resend": "wait".',
      ),
    );
  return found;
};

const stepIds = (row) =>
  Array.isArray(row.steps) ? row.steps.map((step) => (typeof step === 'string' ? step : step?.id)) : null;

/** Own steps of a variant: those that need words of their own. */
const ownSteps = (row, cause) => {
  const ofCause = new Set(rowsOf(cause.steps).map(({ row: step }) => step.id));
  return (Array.isArray(row.steps) ? row.steps : []).flatMap((step) =>
    typeof step === 'object' && !step.platform && !ofCause.has(step.id) ? [step.id] : [],
  );
};

/** Words for exactly the variants there are; own steps have words, and no words speak of a step that is not there. */
const checkWords = (files) =>
  filesOf(files, 'cause-words').flatMap(({ file, data, names: [folder] }) => {
    const cause = causeOf(files, folder);
    const rows = rowsOf(files.get(`causes/${folder}/variants.json`)).map(({ row }) => row);
    const worded = data?.variants ?? {};
    if (!cause) return [];
    return [
      ...rows
        .filter(({ id }) => worded[id] === undefined)
        .map(({ id }) =>
          fault(file, `variants.${id}`, 'the variant has no words', 'Add its title and its sentence.'),
        ),
      ...Object.keys(worded)
        .filter((id) => !rows.some((row) => row.id === id))
        .map((id) =>
          fault(
            file,
            `variants.${id}`,
            'variants.json has no such variant',
            'Take the words out, or add it.',
          ),
        ),
      ...rows.flatMap((row) => {
        const steps = Object.keys(worded[row.id]?.steps ?? {});
        const shown = new Set(stepIds(row) ?? rowsOf(cause.steps).map(({ row: step }) => step.id));
        return [
          ...ownSteps(row, cause)
            .filter((id) => !steps.includes(id))
            .map((id) =>
              fault(file, `variants.${row.id}.steps.${id}`, 'the step has no words', 'Add what to do.'),
            ),
          ...steps
            .filter((id) => !shown.has(id))
            .map((id) =>
              fault(
                file,
                `variants.${row.id}.steps.${id}`,
                'the variant has no such step',
                'Take the words out, or add the step.',
              ),
            ),
        ];
      }),
      ...repeatedWords(file, data, worded),
    ];
  });

/** The same text as the cause's: it would be said twice. */
const repeatedWords = (file, data, worded) =>
  Object.entries(worded).flatMap(([id, words]) =>
    ['title', 'sentence', 'resend', 'removeAddress']
      .filter((field) => words?.[field] !== undefined && words[field] === data?.[field])
      .map((field) =>
        fault(
          file,
          `variants.${id}.${field}`,
          'is the text of the cause',
          field === 'resend' || field === 'removeAddress' ? 'Take it out.' : 'Say what is special about it.',
        ),
      ),
  );

/** An id is there once within its cause. */
const checkIds = (files) =>
  filesOf(files, 'variants').flatMap(({ file, data }) => {
    const seen = new Set();
    return rowsOf(data).flatMap(({ row, at }) => {
      const twice = seen.has(row.id);
      seen.add(row.id);
      return twice
        ? [fault(file, `[${at}].id`, `"${row.id}" is there twice`, 'Choose another, or join the two.')]
        : [];
    });
  });

export const checkVariants = ({ files }) => {
  const handling = new Set(rowsOf(files.get('handling.json')).map(({ row }) => row.id));
  return [
    ...checkNames(files),
    ...checkChosen(files),
    ...checkIds(files),
    ...filesOf(files, 'variants').flatMap(({ file, data, names: [folder] }) => {
      const cause = causeOf(files, folder);
      return cause ? rowsOf(data).flatMap((entry) => checkRow(entry, file, cause, handling)) : [];
    }),
    ...checkWords(files),
  ];
};
