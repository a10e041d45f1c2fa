/** The package brings no types; this is the one function that we use. */
declare module 'tar-fs' {
  export function extract(dir: string): NodeJS.WritableStream;
}
