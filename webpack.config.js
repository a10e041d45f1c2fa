/**
 * Six programs from one source: the pane and the campaign page (what is deployed), the command; for development only
 * the mailbox page, its server, and the gallery of the pane's states.
 */
const { readdirSync } = require('node:fs');
const { basename, join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const discardComments = require('postcss-discard-comments');
const postcssImport = require('postcss-import');
const { BannerPlugin, DefinePlugin } = require('webpack');
const LicensePlugin = require('webpack-license-plugin');
const { WebpackManifestPlugin } = require('webpack-manifest-plugin');
const { knowledgeDate } = require('./scripts/package/knowledge-date.cjs');
const { pageOf } = require('./scripts/package/markdown-page.cjs');
const { thirdPartyNotices } = require('./scripts/package/third-party-notices.cjs');
const { version } = require('./package.json');

const here = (...path) => join(__dirname, ...path);
const typescript = {
  test: /\.tsx?$/,
  loader: 'ts-loader',
  // Types are checked once, by `npm run check:types`.
  options: { transpileOnly: true, compilerOptions: { noEmit: false } },
};
/** Examples and sources are for authors and tests; a reader's download leaves them out. */
const knowledge = (holdsBack = false) => ({
  test: /\.json$/,
  include: here('src/knowledge'),
  type: 'json',
  use: { loader: here('scripts/knowledge-loader.cjs'), options: { holdsBack } },
});

/** What a program says of itself: in the pane's diagnostics, and by `ndr-explain --version`. */
const identity = () =>
  new DefinePlugin({
    BOUNCE_EXPLAINER_VERSION: JSON.stringify(version),
    BOUNCE_EXPLAINER_KNOWLEDGE_DATE: JSON.stringify(knowledgeDate(here('src/knowledge'))),
  });
/**
 * The licences of what is bundled: the notices beside the program, a list for `npm run package` in `dist`.
 * A package whose licence is not one of these fails the build, so that somebody looks at it.
 */
const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'];
const notices = (list) =>
  new LicensePlugin({
    outputFilename: list,
    includeNoticeText: true,
    unacceptableLicenseTest: (licence) => !PERMISSIVE.includes(licence),
    additionalFiles: { 'third-party-notices.txt': thirdPartyNotices },
  });

const zip = {
  test: /[\\/]@zip\.js[\\/].*\.js$/,
  use: here('scripts/own-address-loader.cjs'),
};

/** A style sheet is one file, with what it imports: a page asks for it once. Comments, which stand in no text, go. */
const styles = {
  test: /\.css$/,
  type: 'asset/resource',
  loader: 'postcss-loader',
  options: { postcssOptions: { config: false, plugins: [postcssImport(), discardComments()] } },
};

const program =
  (name, config) =>
  (_env, { mode }) => ({
    name,
    mode,
    devtool: mode === 'production' ? false : 'source-map',
    performance: false,
    stats: 'errors-warnings',
    module: { rules: [typescript, knowledge(), zip, styles] },
    ...config,
    resolve: { extensions: ['.ts', '.tsx', '.js'], ...config.resolve },
  });

/** A .msg reader brings a table of every charset; the platform's TextDecoder knows them already. */
const textDecoder = { 'iconv-lite': here('src/engine/mail/iconv-by-text-decoder.ts') };
/** What comes with the first mail that needs it: a parser of HTML, phrases of other languages. */
const onDemand = {
  [here('src/engine/mail/html-tree.ts')]: here('src/engine/mail/html-tree-on-demand.ts'),
  [here('src/engine/phrases/foreign-source.ts')]: here('src/engine/phrases/foreign-source-on-demand.ts'),
};

const pane = program('pane', {
  target: ['web', 'es2022'],
  entry: {
    'before-office': here('src/outlook/before-office.ts'),
    taskpane: here('src/panel/index.tsx'),
  },
  output: {
    path: here('dist/pane'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    // The campaign page lies beside the pane.
    clean: { keep: (path) => path === 'campaign.html' || path.startsWith('campaign/') },
    publicPath: '',
  },
  module: { rules: [typescript, knowledge(true), zip, styles] },
  resolve: { alias: { ...textDecoder, ...onDemand } },
  optimization: {
    // A chunk's file is then found by its name: no table of numbers has to be loaded first.
    chunkIds: 'named',
    splitChunks: {
      // The thread that explains is one file: each file more would be waited for.
      chunks: (chunk) => chunk.canBeInitial() && chunk.name !== 'explain-worker',
      cacheGroups: {
        react: {
          test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
          name: 'react',
          priority: 3,
          enforce: true,
        },
        fluent: {
          test: /node_modules[\\/](@fluentui|@griffel|tabster|keyborg|@swc|stylis|rtl-css-js|@emotion)[\\/]/,
          name: 'fluent',
          priority: 2,
          enforce: true,
        },
        knowledge: { test: /src[\\/]knowledge[\\/]/, name: 'knowledge', priority: 1, enforce: true },
        engine: { test: /src[\\/]engine[\\/]/, name: 'engine', priority: 1, enforce: true },
      },
    },
  },
  plugins: [
    identity(),
    notices('../pane-packages.json'),
    new HtmlPlugin({
      template: here('src/panel/taskpane.html'),
      filename: 'taskpane.html',
      // The page's scripts stand in a certain order around office.js: the template writes their tags.
      inject: false,
      minify: false,
    }),
    new CopyPlugin({
      patterns: [
        { from: here('assets/*.png'), to: 'assets/[name][ext]' },
        { from: here('manifest.xml'), to: 'manifest.xml' },
        { from: here('src/outlook/deployed/*'), to: '[name][ext]' },
        ...['PRIVACY', 'SUPPORT'].map((name) => ({
          from: here(`${name}.md`),
          to: `${name.toLowerCase()}.html`,
          transform: (markdown) => pageOf(markdown.toString()),
        })),
      ],
    }),
  ],
});

/** `files.json`: names of all scripts of a program, which it may fetch ahead. */
const listOfScripts = new WebpackManifestPlugin({
  fileName: 'files.json',
  publicPath: '',
  filter: ({ path }) => path.endsWith('.js'),
  generate: (_seed, files) => files.map(({ path }) => path).sort(),
});

/** The campaign as a page: `campaign.html` beside the pane, its files in a folder of their own. */
const page = program('page', {
  target: ['web', 'es2022'],
  entry: { campaign: here('src/page/index.tsx') },
  output: {
    path: here('dist/pane/campaign'),
    filename: '[name].[contenthash:8].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
    // Threads load their parts from where they lie themselves, which is not where the page lies.
    publicPath: 'auto',
  },
  resolve: { alias: textDecoder },
  optimization: { chunkIds: 'named' },
  plugins: [
    identity(),
    notices('../../page-packages.json'),
    listOfScripts,
    new HtmlPlugin({
      template: here('src/page/campaign.html'),
      filename: '../campaign.html',
      scriptLoading: 'defer',
      minify: false,
    }),
  ],
});

/** The command; and the engine alone, for the measuring scripts. They share their parts, so they are one program. */
const command = program('command', {
  target: 'node20',
  entry: {
    cli: here('src/cli/main.ts'),
    // The thread that reads the files is a program of its own beside the command.
    'answer-thread': here('src/cli/answer-thread.ts'),
    engine: { import: here('src/engine/index.ts'), library: { type: 'commonjs2' } },
  },
  output: {
    path: here('dist'),
    filename: '[name].js',
    chunkFilename: 'parts/[name].js',
    // The other programs have folders of their own in there.
    clean: { keep: (path) => !path.startsWith('parts/') },
  },
  resolve: { alias: textDecoder },
  optimization: { minimize: false },
  plugins: [
    identity(),
    notices('command-packages.json'),
    new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: 'cli.js' }),
  ],
});

const mailboxServer = program('mailbox-server', {
  target: 'node20',
  entry: { serve: here('host/serve.ts') },
  output: { path: here('dist/host'), filename: '[name].js' },
  // Node resolves them at run time: office.js is served from its package byte for byte.
  externals: {
    selfsigned: 'commonjs selfsigned',
    sirv: 'commonjs sirv',
    '@microsoft/office-js': 'commonjs @microsoft/office-js',
  },
  optimization: { minimize: false },
});

const supplements = () =>
  Object.fromEntries(
    readdirSync(here('host/supplement'))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [`dev/${basename(file, '.ts')}`, here('host/supplement', file)]),
  );

const mailboxPage = program('mailbox-page', {
  target: ['web', 'es2022'],
  entry: () => ({ 'page/main': here('host/page/main.ts'), ...supplements() }),
  output: { path: here('dist/host'), filename: '[name].js' },
  plugins: [
    new CopyPlugin({
      patterns: [
        { from: here('host/page/*.{html,css}'), to: 'page/[name][ext]' },
        { from: here('host/mails'), to: 'mails' },
      ],
    }),
  ],
});

/** Every state of the pane, from its own components. */
const gallery = program('gallery', {
  target: ['web', 'es2022'],
  entry: { state: here('host/gallery/state.tsx'), overview: here('host/gallery/overview.ts') },
  output: {
    path: here('dist/gallery'),
    filename: '[name].js',
    chunkFilename: 'parts/[name].js',
    clean: true,
    publicPath: 'auto',
  },
  resolve: { alias: textDecoder },
  optimization: { minimize: false, chunkIds: 'named' },
  plugins: [
    new DefinePlugin({ BOUNCE_EXPLAINER_VERSION: JSON.stringify(version) }),
    new CopyPlugin({
      patterns: [
        { from: here('host/gallery/*.{html,css}'), to: '[name][ext]' },
        { from: here('host/mails/*.eml'), to: 'mails/[name][ext]' },
      ],
    }),
  ],
});

module.exports = (env, argv) =>
  [pane, page, command, mailboxServer, mailboxPage, gallery].map((config) => config(env, argv));
