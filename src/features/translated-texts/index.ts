export { notesAfter, olderParts, type OwnText, type SavedText } from './own-text';
export {
  baseOf,
  gapsOf,
  shownIn,
  standingOf,
  translationOf,
  type Passage,
  type PassageName,
  type Standing,
  type Subject,
  type TranslatedText,
} from './translated-text';
export { deleteTranslations, keyOf, listTranslations, listTranslationsOf, saveTranslations } from './translated-text.queries';
