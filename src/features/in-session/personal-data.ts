const eMail = /[^\s@]+@[^\s@]+\.[a-z]{2,}/iu;
const phone = /(?<![\d-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]?\d{4}(?!\d)/u;
const street =
  /\b\d{1,5}\s+(?:[NSEW]\.?\s+)?(?:\p{Lu}[\p{L}.'-]*\s+){1,3}(?:Street|St|Avenue|Ave|Boulevard|Blvd|Drive|Dr|Road|Rd|Lane|Ln|Place|Pl|Court|Ct|Way|Terrace)\b/u;

/** Words that announce a birth date, with a number soon after. */
const birth = /(?<!\p{L})(?:born|birth\s?date|date of birth|dob|nació|nacid[oa]|fecha de nacimiento)(?!\p{L})[^\n.]{0,20}\d/iu;
const calle = /(?<!\p{L})(?:[Cc]alle|[Aa]venida|[Aa]v\.)\s+\p{Lu}[\p{L}\s.'-]{1,40}\d{1,5}(?!\d)/u;

/** Whether a text seems to hold an e-mail address, a telephone number, a street address or a birth date: none stands in minutes (domain.md 11). */
export const seemsPersonal = (text: string): boolean => [eMail, phone, street, calle, birth].some((pattern) => pattern.test(text));
