/** What is held back of each table, as `scripts/knowledge-loader.cjs` takes it out. */
import detection from '../../knowledge/detection.json?foreign';
import sentences from '../../knowledge/sentences.json?foreign';
import languages from '../../knowledge/wordings/languages.json?foreign';
import subjects from '../../knowledge/wordings/subjects.json?foreign';

export default { detection, sentences, languages, subjects };
