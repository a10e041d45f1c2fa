/** What the loader takes out of a table: each a `Patch`, which a declaration like this cannot import. */
declare module '*.json?foreign' {
  const patches: readonly (readonly [path: readonly (string | number)[], list: readonly string[]])[];
  export default patches;
}
