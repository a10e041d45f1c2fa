/** Small statistics, and figures in columns. */

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** `3.4 (3.1 to 3.9)`: the median with the lowest and the highest. */
export const spread = (values, digits = 1) => {
  const write = (value) => value.toFixed(digits);
  return `${write(median(values))} (${write(Math.min(...values))} to ${write(Math.max(...values))})`;
};

/** @param rows texts; the first column stands left, the others right */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
