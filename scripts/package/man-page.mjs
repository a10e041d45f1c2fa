/** The manual page, made from the command's help: `man ndr-explain`. */

/** @param help what `ndr-explain --help` prints in English */
export function manPage(help, version) {
  const [usage = '', about = '', ...sections] = help.trim().split('\n\n');
  const exit = sections.findIndex((section) => section.startsWith('Exit status:'));
  if (exit < 0) throw new Error('the help says nothing of the exit status: man-page.mjs has to be adapted');
  const synopsis = usage.split('\n').map((line) => line.replace(/^Usage:/, '').trim());
  const status = sections[exit].replace(/^Exit status:\s*/, '');
  const options = sections.filter((_section, at) => at !== exit).map(optionsOf);
  return `${[
    `.TH NDR\\-EXPLAIN 1 "" "ndr\\-explain ${version}"`,
    '.SH NAME',
    'ndr\\-explain \\- explains bounced email',
    '.SH SYNOPSIS',
    ...synopsis.flatMap((line) => [text(line), '.br']),
    '.SH DESCRIPTION',
    text(about),
    '.SH OPTIONS',
    ...options,
    '.SH EXIT STATUS',
    text(status),
    '.SH EXAMPLES',
    '.nf',
    text('ndr-explain bounce.eml'),
    text('ndr-explain --json folder/ log.txt'),
    text('ndr-explain --ask 5.7.134'),
    text('source <(ndr-explain --completion bash)'),
    '.fi',
  ].join('\n')}\n`;
}

/** A section of the help: a heading of its own, or options with their meaning. */
const optionsOf = (section) =>
  section
    .split('\n')
    .map((line) => {
      const [, option, meaning] = /^ {2}(--[a-z-]+(?: \p{Lu}+)?) +(.+)$/u.exec(line) ?? [];
      return option ? `.TP\n.B ${text(option)}\n${text(meaning)}` : `.PP\n${text(line)}`;
    })
    .join('\n');

/** A hyphen is a minus in what is typed; a line that starts with a dot would be a command of roff. */
const text = (words) => words.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/gm, '\\&$&');
