const eMail = /[^\s@]+@[^\s@]+\.[a-z]{2,}/iu;
const phone = /(?<![\d-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]?\d{4}(?!\d)/u;
const street =
  /\b\d{1,5}\s+(?:[NSEW]\.?\s+)?(?:\p{Lu}[\p{L}.'-]*\s+){1,3}(?:Street|St|Avenue|Ave|Boulevard|Blvd|Drive|Dr|Road|Rd|Lane|Ln|Place|Pl|Court|Ct|Way|Terrace)\b/u;

/** Whether a text seems to hold an e-mail address, a telephone number or a street address: none stands in minutes (domain.md 11). */
export const seemsPersonal = (text: string): boolean => [eMail, phone, street].some((pattern) => pattern.test(text));
