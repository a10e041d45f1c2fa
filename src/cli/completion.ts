/** Completion for shells: `source <(ndr-explain --completion bash)`. */

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface Option {
  /** With its dashes. */
  name: string;
  about: string;
}

/**
 * The options that the help lists, so that no list of options stands beside it: `  --ask   explains a code`,
 * `  --lists DIR   writes lists`.
 */
const optionsIn = (help: string): Option[] =>
  [...help.matchAll(/^ {2}(--[a-z-]+)(?: \p{Lu}+)? +(.+)$/gmu)].map(([, name = '', about = '']) => ({
    name,
    about,
  }));

const names = (options: readonly Option[]) => options.map(({ name }) => name).join(' ');
/** In single quotes, as all three shells read them but for a quote within. */
const quoted = (text: string) => `'${text.replaceAll("'", '’')}'`;

const SCRIPTS: Record<Shell, (options: readonly Option[]) => string> = {
  bash: (options) => `_ndr_explain() {
  local word=\${COMP_WORDS[COMP_CWORD]}
  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W ${quoted(names(options))} -- "$word")); fi
}
complete -o default -F _ndr_explain ndr-explain`,
  zsh: (options) => `#compdef ndr-explain
_arguments ${options.map(({ name, about }) => quoted(`*${name}[${about.replace(/[[\]:]/g, ' ')}]`)).join(' ')} '*:file:_files'`,
  fish: (options) =>
    options
      .map(({ name, about }) => `complete -c ndr-explain -l ${name.slice(2)} -d ${quoted(about)}`)
      .join('\n'),
};

/** @param help the words of `--help`, in any language */
export const completion = (shell: Shell, help: string): string => SCRIPTS[shell](optionsIn(help));
