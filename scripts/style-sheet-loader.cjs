/**
 * A style sheet as it is downloaded: `@import './parts.css';` → the rules of that file, so that a page asks for one
 * file and not for one after the other; comments, which stand in no text here, are left out.
 */
const { readFileSync } = require('node:fs');
const { resolve } = require('node:path');

const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/\n?/g;

module.exports = function styleSheet(css) {
  const whole = css.replace(/^@import '([^']+)';$/gm, (_, path) => {
    const file = resolve(this.context, path);
    this.addDependency(file);
    return readFileSync(file, 'utf8').trimEnd();
  });
  return whole.replace(COMMENT, '');
};
