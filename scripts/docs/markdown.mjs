/** The few forms of Markdown that the generated pages use, safe for whatever stands in the knowledge. */

/** Plain text: nothing in it is read as Markdown or HTML. */
export const text = (words) => words.replace(/[\\`*_{}[\]<>|#]/g, (mark) => `\\${mark}`).replace(/\s+/g, ' ');

/** Words as they stand in a bounce. The fence is longer than any run of back-ticks inside. */
export const code = (words) => {
  const runs = words.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = /^[` ]|[` ]$/.test(words) ? ' ' : '';
  return `${fence}${space}${words.replace(/\s+/g, ' ')}${space}${fence}`;
};

/** Several lines as they are. */
export const block = (language, lines) => {
  const longest = Math.max(2, ...(lines.join('\n').match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
};

export const link = (words, url) => `[${words}](${url.replace(/[()\s<>]/g, escaped)})`;
const escaped = (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;

/** A place that links can lead to, whatever the headings are called. */
export const anchor = (id) => `<a id="${id}"></a>`;

export const table = (head, rows) => {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
};

const note = '<!-- Made from src/knowledge by `npm run index:knowledge`: do not edit. -->';

/** A whole page from its parts; those that are null are left out. */
export const page = (parts) => [note, ...parts.filter((part) => part !== null)].join('\n\n') + '\n';

/** A section, or nothing where it has no content. */
export const section = (title, parts, level = 2) =>
  parts.length > 0 ? [`${'#'.repeat(level)} ${title}`, ...parts] : [];
