/** Checks that the causes are complete and that their steps and the words of these belong together. */
import { fault } from './faults.mjs';
import { filesOf, rowsOf } from './layout.mjs';

const handlingIds = (files) => new Set(rowsOf(files.get('handling.json')).map(({ row }) => row.id));

/** Each id of `CauseId` has its folder, and each folder its id. */
const checkFolders = ({ files, unread, causeIds }) => {
  const unreadable = new Set(unread.map(({ file }) => file));
  const missing = causeIds
    .map((id) => ({ id, file: `causes/${id}/cause.json` }))
    .filter(({ file }) => !files.has(file) && !unreadable.has(file))
    .map(({ id, file }) =>
      fault(file, '', 'the file is missing', `Add it, or take '${id}' out of CauseId in records.ts.`),
    );
  const wrong = filesOf(files, 'cause').flatMap(({ file, data, names: [folder] }) => {
    const found = [];
    if (data?.id !== folder)
      found.push(fault(file, 'id', `"${data?.id}" is not the name of the folder`, `Write "${folder}".`));
    if (!causeIds.includes(folder))
      found.push(
        fault(
          file,
          '',
          `the program knows no cause "${folder}"`,
          `Add '${folder}' to CauseId in records.ts.`,
        ),
      );
    return found;
  });
  return [...missing, ...wrong];
};

const checkSteps = (file, data, handling) => {
  const found = [];
  const seen = new Set();
  for (const { row, at } of rowsOf(data?.steps)) {
    const path = `steps[${at}]`;
    if (seen.has(row.id))
      found.push(fault(file, `${path}.id`, `"${row.id}" is there twice`, 'Name each step once.'));
    seen.add(row.id);
    if (row.platform !== handling.has(row.id))
      found.push(
        row.platform
          ? fault(
              file,
              `${path}.id`,
              `"${row.id}" is not a handling step`,
              'Use an id of handling.json, or write "platform": false.',
            )
          : fault(file, `${path}.platform`, `"${row.id}" is a handling step`, 'Write "platform": true.'),
      );
  }
  for (const [at, example] of (Array.isArray(data?.examples) ? data.examples : []).entries())
    if (/\bTODO\b/.test(example))
      found.push(
        fault(file, `examples[${at}]`, 'is still to be written', 'Write one line from such a bounce.'),
      );
  if (data?.resend === 'wait' && data.waitHours === null)
    found.push(fault(file, 'waitHours', 'is null although resend is "wait"', 'Say how many hours to wait.'));
  if (data?.resend !== 'wait' && typeof data?.waitHours === 'number')
    found.push(
      fault(file, 'waitHours', 'counts only where resend is "wait"', 'Write null, or "resend": "wait".'),
    );
  return found;
};

/** Words for exactly the cause's own steps, in every language. */
const checkStepWords = (files, file, data, folder) => {
  const cause = files.get(`causes/${folder}/cause.json`);
  if (!cause) return [];
  const own = new Set(rowsOf(cause.steps).flatMap(({ row }) => (row.platform ? [] : [row.id])));
  const worded = Object.keys(data?.steps ?? {});
  return [
    ...[...own]
      .filter((id) => !worded.includes(id))
      .map((id) =>
        fault(file, `steps.${id}`, 'the step has no words', 'Add what to do, in twenty words or less.'),
      ),
    ...worded
      .filter((id) => !own.has(id))
      .map((id) =>
        fault(
          file,
          `steps.${id}`,
          'cause.json has no such step of its own',
          'Take the words out, or add the step.',
        ),
      ),
  ];
};

/** All 29 causes are there, with words that fit their steps. */
export const checkCauses = (knowledge) => {
  const { files } = knowledge;
  const handling = handlingIds(files);
  return [
    ...checkFolders(knowledge),
    ...filesOf(files, 'cause').flatMap(({ file, data }) => checkSteps(file, data, handling)),
    ...filesOf(files, 'cause-words').flatMap(({ file, data, names: [folder] }) =>
      checkStepWords(files, file, data, folder),
    ),
  ];
};
