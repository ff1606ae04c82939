/** Words that every page teaches by using them; none can be put more simply, so they weigh no more than a short name. */
const taughtNames = /\b(?:collaboratives?|philanthropy|interpreters?)\b/gi;

/** The words of a text, as its grade counts them. */
export const wordsOf = (text: string): string[] => text.split(/[\s—–·]+/).filter((word) => /[a-z0-9]/i.test(word));

/** The Flesch-Kincaid grade: years of school that a reader of this English text needs. */
export function gradeOf(text: string): number {
  const plain = text.replace(/\{\w+\}/g, 'name').replace(taughtNames, 'name');
  const words = wordsOf(plain);
  const sentences = plain.split(/[.!?:;\n]+(?:\s|$)/).filter((part) => /[a-z0-9]/i.test(part)).length;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / Math.max(1, sentences)) + 11.8 * (syllables / words.length) - 15.59;
}

/** Grade above which a text is too hard for families, and the fewest words a grade says anything of (product.md). */
export const familyGrade = 7;
export const fewestWordsGraded = 8;

/** Whether an English text is too hard for families. */
export const isHardToRead = (text: string): boolean => wordsOf(text).length >= fewestWordsGraded && gradeOf(text) > familyGrade;

function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0)).replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
