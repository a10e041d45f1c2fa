/** Counts the records that say where they come from. A file whose schema asks for no source holds settings, not claims. */
import { filesOf, rowsOf } from './layout.mjs';

const isSourced = ({ source, sources }) => Boolean(source) || (Array.isArray(sources) && sources.length > 0);

/** Every record that claims something about the world: causes, codes, wordings, steps, links, ways to do a step. */
const recordsOf = (files) => [
  ...['cause', 'addresses'].flatMap((kind) => filesOf(files, kind).map(({ data }) => data)),
  ...['wordings', 'codes'].flatMap((kind) =>
    filesOf(files, kind).flatMap(({ data }) => rowsOf(data?.rows).map(({ row }) => row)),
  ),
  ...filesOf(files, 'how').flatMap(({ data }) => rowsOf(data?.tasks).map(({ row }) => row)),
  ...['handling', 'links'].flatMap((kind) =>
    filesOf(files, kind).flatMap(({ data }) => rowsOf(data).map(({ row }) => row)),
  ),
];

export const countSources = (files) => {
  const records = recordsOf(files);
  const sourced = records.filter(isSourced).length;
  return { sourced, bare: records.length - sourced };
};
