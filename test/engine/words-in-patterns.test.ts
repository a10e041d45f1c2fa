/**
 * Words of a language are data in `src/knowledge`: a pattern of the engine may hold names of protocols and formats
 * alone. Those stand in `words-in-patterns.json`, with the reason for each group; any other word fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import allowed from './words-in-patterns.json';

const files = readdirSync('src/engine', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src/engine', file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const wordsOf = (list: string) => list.split(' ');
const EVERYWHERE = new Set(Object.values(allowed.everywhere).flatMap(wordsOf));
const OF_FILES = new Map(
  Object.entries(allowed.files).map(([file, { words }]): [string, string[]] => [file, wordsOf(words)]),
);

/** Sources of the patterns of a file: literals, and the written parts of `new RegExp(…)`. */
function patternsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.replace(/\/[a-z]*$/, ''));
    else if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp')
      found.push(node.arguments?.[0] ? textsOf(node.arguments[0]) : '');
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** A name of a property, `data.words`, is not written in the pattern. */
function textsOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    return node.text;
  const texts: string[] = [];
  ts.forEachChild(node, (child) => void texts.push(textsOf(child)));
  return texts.join(' ');
}

/** Three letters in a row that the pattern means as they stand: no class, no escape, no name of a group. */
const wordsIn = (pattern: string): string[] =>
  pattern
    .replace(/\\u[\da-f]{4}|\\x[\da-f]{2}|\\[pP]\{[^}]*\}|\(\?<\w+>|\\k<\w+>|\\[A-Za-z]/gi, ' ')
    .replace(/\[(?:\\.|[^\]])*\]/g, ' ')
    .toLowerCase()
    .match(/[a-z]{3,}/g) ?? [];

const found = new Map(files.map((file): [string, string[]] => [file, patternsIn(file).flatMap(wordsIn)]));

test('no word of a language stands in a pattern', () => {
  const strange = [...found].flatMap(([file, words]) =>
    words
      .filter((word) => !EVERYWHERE.has(word) && !OF_FILES.get(file)?.includes(word))
      .map((word) => `${file}: ${word}`),
  );
  expect(strange).toEqual([]);
});

test('each word that is allowed is needed', () => {
  const all = new Set([...found.values()].flat());
  const idle = [
    ...[...EVERYWHERE].filter((word) => !all.has(word)),
    ...[...OF_FILES].flatMap(([file, words]) =>
      words.filter((word) => !found.get(file)?.includes(word)).map((word) => `${file}: ${word}`),
    ),
  ];
  expect(idle).toEqual([]);
});
