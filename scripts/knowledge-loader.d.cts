/** As webpack calls it. */
declare function strip(
  this: { resourcePath: string; resourceQuery?: string; getOptions(): { holdsBack?: boolean } },
  text: string,
): string;
export = strip;
