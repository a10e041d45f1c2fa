/** How long a text may be and which placeholders it may use. A tired admin reads it in a narrow panel. */

/** Other languages need more words than English for the same thing. */
export const slack = (language) => (language === 'en' ? 1 : 1.3);

const ofRecipient = ['address', 'domain', 'provider'];
/** `smtp.example.net:587`, the server that a client program failed at. */
const ofStep = [...ofRecipient, 'smtpServer'];
const sentence = { words: 25, placeholders: ofRecipient };
const step = { words: 20, placeholders: ofStep };

/** By the text's path below `causes.<id>`, or below one of its variants. */
const causeLimits = [
  { path: /^title$/, words: 5, least: 2, placeholders: [] },
  { path: /^(sentence|several|told)$/, ...sentence, fallbackFirst: false },
  { path: /^steps\./, ...step, fallbackFirst: false },
  { path: /^(resend|removeAddress)$/, ...sentence, fallbackFirst: false },
];

/** By the text's path below `engine`. A section that is not listed here is checked by whoever uses it. */
const engineLimits = [
  { path: /^(who|kind|trust|confidence|fallback)\./, words: 12, placeholders: [] },
  { path: /^resend\./, words: 6, placeholders: ['time'] },
  { path: /^(kindDetail|trustDetail)\./, words: 25, placeholders: [] },
  { path: /^warnings\./, words: 25, placeholders: ['reader', 'count'] },
  { path: /^problems\./, words: 25, placeholders: ['file'] },
];

/** By the text's path below `help`. */
const helpLimits = [
  { path: /^(handling|firstStep)\./, ...step, fallbackFirst: false },
  { path: /^trustSteps\./, words: 25, placeholders: [] },
  { path: /^tasks\./, words: 7, placeholders: [] },
  { path: /^notes\./, words: 25, placeholders: [] },
  { path: /^needless\./, words: 20, placeholders: [] },
  { path: /^messages\.[^.]+\.subject$/, words: 12, placeholders: [] },
  { path: /^messages\./, words: 25, placeholders: [] },
];

/** A part that is not listed here has no limits of its own. */
const limits = { causes: causeLimits, engine: engineLimits, help: helpLimits };

export const countWords = (text) => text.split(/\s+/).filter(Boolean).length;

export const placeholdersOf = (text) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);

/**
 * What is wrong with one text, as pairs of fault and remedy.
 * @param part `causes`, or the name of a file in words/en
 * @param path place of the text below that part
 */
export const textFaults = (part, path, text, language) => {
  const place = part === 'causes' ? path.replace(/^variants\.[^.]+\./, '') : path;
  const limit = limits[part]?.find((entry) => entry.path.test(place));
  if (!limit) return [];
  const found = [];
  const words = countWords(text);
  const most = Math.floor(limit.words * slack(language));
  if (words > most) found.push([`has ${words} words, ${most} are allowed`, 'Say it shorter.']);
  if (language === 'en' && words < (limit.least ?? 1))
    found.push([`has ${words} words, ${limit.least} are needed`, 'Say a little more.']);
  for (const name of placeholdersOf(text).filter((found) => !limit.placeholders.includes(found))) {
    const allowed = limit.placeholders.map((known) => `{${known}}`).join(', ') || 'none';
    found.push([`{${name}} is not filled in here`, `Allowed: ${allowed}.`]);
  }
  if (limit.fallbackFirst === false && text.startsWith('{'))
    found.push([
      'starts with a placeholder',
      'Put a word before it: what is filled in may start in lower case.',
    ]);
  return found;
};
