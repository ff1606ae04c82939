import type { PdfPart } from '../../../pdf';

export const handoutName = 'weeks-one-to-ten.pdf';
export const handoutTitle = { en: 'The first ten weeks in numbers (sample)', es: 'Las primeras diez semanas en cifras (muestra)' };

/** A paper as an office brings it along; its numbers are invented. */
export const handoutParts: readonly PdfPart[] = [
  { kind: 'heading', level: 1, text: handoutTitle.en },
  {
    kind: 'paragraph',
    text: 'Made for the demonstration: every number on these two pages is invented. A real paper would say where its numbers come from and on what day they were counted.',
  },
  { kind: 'heading', level: 2, text: 'What to look at' },
  {
    kind: 'list',
    items: [
      'Mondays and Fridays differ most from the rest of the week.',
      'The gap is smaller where offices call on the first day.',
      'Families name buses, care for siblings and appointments as reasons.',
    ],
  },
  {
    kind: 'table',
    table: {
      caption: 'Students present, in percent',
      columns: [
        { label: 'Week' },
        { label: 'Monday', isNumber: true },
        { label: 'Wednesday', isNumber: true },
        { label: 'Friday', isNumber: true },
      ],
      rows: Array.from({ length: 10 }, (_, week) => [
        `Week ${week + 1}`,
        String(90 + (week % 3)),
        String(94 + (week % 2)),
        String(88 + ((week * 2) % 5)),
      ]),
    },
  },
  { kind: 'newPage' },
  { kind: 'heading', level: 2, text: 'Questions for the evening' },
  {
    kind: 'list',
    items: [
      'What could every office do on the first day of an absence?',
      'Which of it costs nothing?',
      'Who should report back, and when?',
    ],
  },
];
