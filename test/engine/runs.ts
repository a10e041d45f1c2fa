/** How often a property is tried: the same tries in every run, others with `SEED=7 npx jest …`. */
export const runs = (numRuns: number) => ({ numRuns, seed: Number(process.env.SEED ?? 2026) });
