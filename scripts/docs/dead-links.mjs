/** Finds links between the project's own pages, and paths in them, that lead nowhere. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const elsewhere = new Set(['node_modules', 'dist', '.cache', 'coverage', '.git']);

/** All Markdown files of the repository, by their path in it. */
export const markdownFiles = (root, folder = '') =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return elsewhere.has(entry.name) ? [] : markdownFiles(root, path);
    return entry.name.endsWith('.md') ? [path] : [];
  });

/** Without what is shown as code: a link there is no link. */
const prose = (text) =>
  text.replace(/^(`{3,}).*\n[^]*?^\1$/gm, '').replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');

/** A heading's anchor, as GitHub makes it. */
const slug = (heading) =>
  heading
    .replace(/<[^>]*>/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (text) =>
  new Set([
    ...[...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => slug(heading)),
    ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
  ]);

/** Targets of links, of pictures and of reference definitions. */
const targetsOf = (text) => [
  ...[...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target),
  ...[...prose(text).matchAll(/^\[[^\]]+\]: (\S+)$/gm)].map(([, target]) => target),
];

/** `src/panel/state.ts`, shown as code: readers look for it. A pattern such as `src/<room>/` is no path. */
const pathsOf = (text) =>
  [
    ...text.replace(/^(`{3,}).*\n[^]*?^\1$/gm, '').matchAll(/`((?:src|scripts|host|test|docs)\/[\w./-]+)`/g),
  ].map(([, path]) => path);

/** @returns lines `file: target: what is wrong`, for links and paths that stay within the repository */
export const deadLinks = (root) => {
  const texts = new Map(markdownFiles(root).map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const anchors = new Map([...texts].map(([file, text]) => [file, anchorsOf(text)]));
  const wrong = (file, target) => {
    const [path, anchor] = target.split('#');
    const to = path === '' ? file : normalize(join(dirname(file), decodeURIComponent(path)));
    if (!existsSync(join(root, to))) return `there is no ${to}`;
    return anchor && anchors.has(to) && !anchors.get(to).has(anchor)
      ? `${to} has no place "${anchor}"`
      : null;
  };
  const gonePaths = [...texts].flatMap(([file, text]) =>
    [...new Set(pathsOf(text))]
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${file}: ${path}: there is no such file. Name the one that took its place.`),
  );
  const goneLinks = [...texts].flatMap(([file, text]) =>
    [...new Set(targetsOf(text))]
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => ({ target, found: wrong(file, target) }))
      .filter(({ found }) => found !== null)
      .map(({ target, found }) => `${file}: ${target}: ${found}. Mend the link, or the name of its place.`),
  );
  return [...goneLinks, ...gonePaths];
};
