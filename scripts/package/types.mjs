/** The types of one source, with those that it names, as declarations. */
import ts from 'typescript';

/**
 * @param source a file
 * @param from the folder that paths are relative to
 * @throws with the compiler's words
 */
export function emitTypes(source, { from, to }) {
  const program = ts.createProgram([source], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    types: [],
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: from,
    outDir: to,
  });
  const { diagnostics } = program.emit();
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0)
    throw new Error(
      faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')).join('\n'),
    );
}
