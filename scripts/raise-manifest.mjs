/** Gives manifest.xml the version of package.json; `npm version` runs it. Clients fetch a manifest anew when it rises. */
import { readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const before = readFileSync('manifest.xml', 'utf8');
const after = before.replace(/<Version>[\d.]+<\/Version>/, `<Version>${version}.0</Version>`);
if (!after.includes(`<Version>${version}.0</Version>`)) throw new Error('manifest.xml has no <Version>');
writeFileSync('manifest.xml', after);
