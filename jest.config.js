const typescript = [
  'ts-jest',
  {
    tsconfig: { module: 'commonjs', moduleResolution: 'bundler', noEmit: false, allowJs: true },
    diagnostics: false,
  },
];
/** Packages that come as ES modules only. */
const modules = ['parse5', 'entities', 'pixelmatch'];
const common = {
  transform: { '^.+\\.tsx?$': typescript, [`node_modules/(${modules.join('|')})/.+\\.js$`]: typescript },
  transformIgnorePatterns: [`/node_modules/(?!(${modules.join('|')})/)`],
  moduleNameMapper: { '^iconv-lite$': '<rootDir>/src/engine/mail/iconv-by-text-decoder.ts' },
};

/** `units` need no browser; `browser` drives a real Chromium on what `npm run build` made. */
module.exports = {
  // One less, as by itself, leaves a machine with two processors with one; and browsers are waited for a lot.
  maxWorkers: '100%',
  // A busy machine is no fault of the program's: time is measured by `npm run bench`, not here.
  testTimeout: 60_000,
  // A process that has held a whole campaign takes longer to end than half a second; one that hangs is told of still.
  workerGracefulExitTimeout: 10_000,
  projects: [
    {
      ...common,
      displayName: 'units',
      setupFiles: ['<rootDir>/test/browser-parts.ts'],
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/'],
    },
    {
      ...common,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
};
