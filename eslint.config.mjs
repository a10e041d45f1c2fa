import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Imports point one way through the house; each layer says why. */
const layer = (files, forbidden, why) => ({
  files: [files],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: forbidden.map((name) => ({ regex: `(^|/)${name}(/|$)`, message: why })) },
    ],
  },
});
const ui = ['react', 'react-dom', '@fluentui', 'parts'];
const office = ['office', 'Office', 'Word', 'Excel', 'OfficeExtension', 'Microsoft'];

export default ts.config(
  { ignores: ['dist/', '.cache/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  layer(
    'src/knowledge/**',
    ['engine', 'plan', 'campaign', 'site', 'outlook', 'panel', 'page', 'cli', 'host', ...ui],
    'Knowledge is data: it imports nothing, so that anyone can edit it and anything can read it.',
  ),
  layer(
    'src/engine/**',
    ['plan', 'campaign', 'site', 'outlook', 'panel', 'page', 'cli', 'host', 'node:[a-z/]+', ...ui],
    'The engine is pure: it reads its input and the knowledge, so that panel, command and tests get the same answer.',
  ),
  layer(
    'src/outlook/**',
    ['plan', 'campaign', 'panel', 'page', 'cli', 'host', 'knowledge', ...ui],
    'The doors fetch a message and hand it on: they know Office, but neither causes nor screens.',
  ),
  layer(
    'src/plan/**',
    ['campaign', 'site', 'outlook', 'panel', 'page', 'cli', 'host', 'knowledge', ...ui],
    'The plan puts the engine’s answer in the order in which it is read: the pane, the ticket and the command render the same one.',
  ),
  layer(
    'src/campaign/**',
    ['site', 'outlook', 'panel', 'page', 'cli', 'host', 'knowledge', 'node:[a-z/]+', ...ui],
    'A campaign is many answers of the engine put together: the page and the command read the files and show it.',
  ),
  layer(
    'src/site/**',
    ['plan', 'campaign', 'panel', 'page', 'cli', 'host', 'knowledge', ...ui],
    'What the site that serves the pane sets for it: pane and page read it alike, with Outlook or without.',
  ),
  layer(
    'src/parts/**',
    ['campaign', 'panel', 'page', 'cli', 'host', 'knowledge'],
    'Parts of a screen that pane and page share: they know neither of them.',
  ),
  layer(
    'src/page/**',
    ['outlook', 'panel', 'cli', 'host'],
    'The page shows a campaign in any browser: it must run where there is no Outlook.',
  ),
  layer(
    'src/panel/**',
    ['page', 'cli', 'host', 'knowledge'],
    'The panel shows what the engine says about what a door brought: the command and the test mailbox are other programs.',
  ),
  layer(
    'src/cli/**',
    ['site', 'outlook', 'panel', 'page', 'host', 'knowledge', ...ui],
    'The command is the engine on files: it must run where there is neither Outlook nor a screen.',
  ),
  {
    files: ['src/engine/**', 'src/plan/**', 'src/campaign/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'fetch',
          'localStorage',
          'navigator',
          'process',
          'setTimeout',
          ...office,
        ].map((name) => ({
          name,
          message: 'The engine has no browser, no network and no clock: take it from the context.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'No clock in the engine: use context.now.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'No clock in the engine: use context.now.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Equal input, equal answer.',
        },
      ],
    },
  },
  {
    files: ['src/panel/**', 'src/page/**', 'src/parts/**', 'src/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...office.map((name) => ({
          name,
          message: 'Only src/outlook names Office: ask it for what you need.',
        })),
      ],
    },
  },
  { files: ['src/{panel,page,parts}/**', 'host/**/*.tsx'], ...hooks.configs.flat['recommended-latest'] },
  {
    files: ['scripts/**', 'src/cli/**', 'host/**', 'test/**', '*.config.*'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'URL', 'Buffer', 'fetch', 'AbortSignal'].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.cjs', 'webpack.config.js', 'jest.config.js'],
    languageOptions: { globals: { module: 'readonly', require: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
