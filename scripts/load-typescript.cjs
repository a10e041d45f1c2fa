/** Lets a script read the TypeScript data of this program, such as the client profiles. */
const { readFileSync } = require('node:fs');
const ts = require('typescript');

const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };

require.extensions['.ts'] = (module, file) => {
  module._compile(
    ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: options }).outputText,
    file,
  );
};

module.exports = (file) => require(file);
