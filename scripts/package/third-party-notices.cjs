/** What the licences of bundled packages ask for: each package with its licence's text, as one file to read. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const RULE = '-'.repeat(78);

/** Packages under MIT that come without its text → whose copyright it is, as their repository says. */
const MIT_WITHOUT_TEXT = {
  // https://github.com/microsoft/fluentui-system-icons/blob/main/LICENSE
  '@fluentui/react-icons': 'Copyright (c) Microsoft Corp. All rights reserved.',
};

/**
 * @param packages those that webpack bundled: `{ name, version, license, licenseText, noticeText }`
 * @throws where a package comes without the text of its licence
 */
function thirdPartyNotices(packages) {
  const head = `Bounce Explainer contains ${packages.length} packages of others, under these licences.`;
  return `${[head, ...packages.map(noticeOf)].join(`\n\n${RULE}\n\n`)}\n`;
}

const noticeOf = (one) =>
  [`${one.name} ${one.version} (${one.license})`, textOf(one), one.noticeText?.trim()]
    .filter(Boolean)
    .join('\n\n');

function textOf({ name, version, license, licenseText }) {
  if (licenseText?.trim()) return licenseText.trim();
  const owner = MIT_WITHOUT_TEXT[name];
  if (license !== 'MIT' || owner === undefined) {
    throw new Error(
      `${name} ${version} brings no text of its licence. If it is MIT, add its owner to MIT_WITHOUT_TEXT.`,
    );
  }
  return mitOf(owner);
}

/** The licence's text is ours, too: only the owner differs. */
const mitOf = (owner) =>
  readFileSync(join(__dirname, '../../LICENSE'), 'utf8')
    .trim()
    .replace(/^Copyright .*$/m, owner);

module.exports = { thirdPartyNotices };
