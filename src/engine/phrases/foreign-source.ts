/** Nothing is held back: tests and the command have all phrases at hand. In the pane another file stands in this one's place. */
import type { Patches } from './foreign';

export const marks: readonly string[] = [];
export const loadPatches = async (): Promise<Patches> => ({});
