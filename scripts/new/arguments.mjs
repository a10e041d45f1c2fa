/** The command lines of `npm run new:…`. */

/**
 * `id --phrase a --phrase b` → `{ words: ['id'], options: { phrase: ['a', 'b'] }, wrong: [] }`.
 * @param known names of the options that may be given
 */
export const readArguments = (argv, known) => {
  const read = { words: [], options: {}, wrong: [] };
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at];
    if (!argument.startsWith('--')) {
      read.words.push(argument);
      continue;
    }
    const name = argument.slice(2);
    const value = argv[at + 1];
    if (!known.includes(name)) read.wrong.push(`There is no option ${argument}.`);
    else if (value === undefined || value.startsWith('--')) read.wrong.push(`${argument} needs a value.`);
    else {
      read.options[name] = [...(read.options[name] ?? []), value];
      at += 1;
    }
  }
  return read;
};

/** An id as every file of the knowledge writes it. */
export const isId = (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
