/** What the checks find: one fault says where it is, what is wrong and how to mend it. */

/** @typedef {{ file: string, path: string, wrong: string, mend: string }} Fault */

const where = 'src/knowledge/';

/**
 * @param {string} file below src/knowledge
 * @param {string} path place in the file, such as `steps[2].who`; empty for the file itself
 * @returns {Fault}
 */
export const fault = (file, path, wrong, mend) => ({ file, path, wrong, mend });

/** One line for a person: `file: path: what is wrong. How to mend it.` */
export const line = ({ file, path, wrong, mend }) =>
  `${where}${file}: ${path ? `${path}: ` : ''}${wrong}. ${mend}`;
