/** Checks that a row says only what its cause does not say already. */
import { fault } from './faults.mjs';
import { filesOf, rowsOf } from './layout.mjs';

export const checkRowOverrides = ({ files }) => {
  const causes = new Map(filesOf(files, 'cause').map(({ names: [id], data }) => [id, data]));
  const stepsOf = (cause) => rowsOf(causes.get(cause)?.steps).map(({ row }) => row.id);
  return ['wordings', 'codes'].flatMap((kind) =>
    filesOf(files, kind).flatMap(({ file, data }) =>
      rowsOf(data?.rows).flatMap(({ row, at }) => [
        ...(row.whoActs !== undefined && row.whoActs === causes.get(row.cause)?.whoActs
          ? [fault(file, `rows[${at}].whoActs`, `"${row.cause}" says so already`, 'Take the field out.')]
          : []),
        ...(Array.isArray(row.steps) ? row.steps : [])
          .filter((id) => stepsOf(row.cause).includes(id))
          .map((id) =>
            fault(file, `rows[${at}].steps`, `"${row.cause}" has the step "${id}" already`, 'Take it out.'),
          ),
      ]),
    ),
  );
};
