/** Checks every address in the knowledge: https only, and only hosts that somebody decided on. */
import { fault } from './faults.mjs';
import { placeOf } from './layout.mjs';

/** Every field called `url`, wherever it stands. */
const urlsIn = (value, path = '') => {
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    return key === 'url' && typeof inner === 'string' ? [{ at, url: inner }] : urlsIn(inner, at);
  });
};

const hostOf = (url) => {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'https:' ? hostname : null;
  } catch {
    return null;
  }
};

/** In texts a key may be called `url` without being one. */
const isText = (file) => ['words', 'cause-words'].includes(placeOf(file)?.kind);

/** A page of the admin's own platform has no host here; the schema checks its form. */
const onPlatform = (url) => url.startsWith('{platformUrl}');

export const checkUrls = ({ files, hosts }) =>
  [...files].flatMap(([file, data]) =>
    (isText(file) ? [] : urlsIn(data))
      .filter(({ url }) => !onPlatform(url))
      .flatMap(({ at, url }) => {
        const host = hostOf(url);
        if (host === null)
          return [fault(file, at, `"${url}" is not an https address`, 'Write it as https://…')];
        return hosts.has(host)
          ? []
          : [
              fault(
                file,
                at,
                `the host ${host} is not known`,
                'Add it to link-hosts.txt if it can be trusted.',
              ),
            ];
      }),
  );
