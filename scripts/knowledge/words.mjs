/** Checks the texts: every language has every text of the English one, within its limits. */
import { avoidFaults } from './avoid.mjs';
import { fault } from './faults.mjs';
import { filesOfLanguage, languagesOf } from './languages.mjs';
import { filesOf, wordPartsOf } from './layout.mjs';
import { textFaults } from './limits.mjs';
import { markFaults } from './marks.mjs';
import { styleFaults } from './style.mjs';
import { stringsOf, textsOf } from './texts.mjs';
import { compareWithEnglish, withoutNames } from './translation.mjs';

const checkTexts = (file, part, data, { language, untranslated, style }) =>
  textsOf(data).flatMap(([path, value]) =>
    stringsOf(path, value).flatMap(([at, text]) => {
      if (typeof text !== 'string' || text.trim() === '')
        // Words of a cause have a schema, which says this already.
        return part === 'causes'
          ? []
          : [fault(file, at, 'is not a text', 'Write the text, or take the key out.')];
      const plain = language === 'en' ? text : withoutNames(text, language, untranslated);
      return [
        ...textFaults(part, path, text, language),
        ...styleFaults(plain, language),
        ...markFaults(withoutNames(text, language, untranslated, 'x'), language, style),
        ...avoidFaults(text, `${part}.${path}`, style),
      ].map(([wrong, mend]) => fault(file, at, wrong, mend));
    }),
  );

/** A tag that Intl does not know has neither plural forms nor dates. */
const checkTag = (language) => {
  const file = `words/${language}`;
  try {
    const [canonical] = Intl.getCanonicalLocales(language);
    return canonical === language
      ? []
      : [
          fault(
            `${file}/engine.json`,
            '',
            `"${language}" is usually written ${canonical}`,
            'Rename the files.',
          ),
        ];
  } catch {
    return [
      fault(
        `${file}/engine.json`,
        '',
        `"${language}" is no language tag`,
        'Name it as in BCP 47: de, pt-BR.',
      ),
    ];
  }
};

/** Parts of a language that English does not have. */
const checkParts = (files) =>
  filesOf(files, 'words')
    .filter(({ names: [, part] }) => !wordPartsOf(files).includes(part))
    .map(({ file, names: [, part] }) =>
      fault(file, '', `English has no part "${part}"`, `Add words/en/${part}.json, or mend the name.`),
    );

const checkFile = ({ part, file, english }, language, { files, untranslated }) => {
  if (!files.has(file))
    return [
      fault(file, '', 'the file is missing', language === 'en' ? 'Add it.' : 'Translate the English one.'),
    ];
  const about = { language, untranslated, style: files.get(`style/${language}.json`) };
  const data = files.get(file);
  const own = checkTexts(file, part, data, about);
  return language === 'en' ? own : [...own, ...compareWithEnglish(file, data, files.get(english), about)];
};

export const checkWords = (knowledge) => {
  const unreadable = new Set(knowledge.unread.map(({ file }) => file));
  return [
    ...checkParts(knowledge.files),
    ...languagesOf(knowledge.files).flatMap((language) => {
      const wrong = checkTag(language);
      if (wrong.length > 0) return wrong;
      return filesOfLanguage(language, knowledge)
        .filter(({ file }) => !unreadable.has(file))
        .flatMap((entry) => checkFile(entry, language, knowledge));
    }),
  ];
};
