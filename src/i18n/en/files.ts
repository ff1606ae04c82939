export const files = {
  hint: 'PDF, Word (.docx), PowerPoint (.pptx), Excel (.xlsx), PNG or JPG; up to 10 MB.',
  meta: '{format}, {size}',
  kb: '{size} KB',
  mb: '{size} MB',
  refused: {
    missing: 'Choose a file',
    empty: 'The file is empty. Choose it again.',
    kind: 'This kind of file is not taken. Save it as PDF, .docx, .pptx, .xlsx, PNG or JPG, and choose that file.',
    name: 'The name of the file has a second ending that misleads. Give it a plain name, like budget.pdf, and choose it again.',
    content: 'What is in the file does not match its name, or it is damaged or locked with a password. Save it anew and choose it again.',
    macros: 'The file holds macros, programs or other files. Save it without them, or as PDF.',
    tooManyParts: 'The file has too many parts. Save it as PDF.',
    unpacksTooLarge: 'The file would unpack to more than we take. Save it as PDF.',
    tooManyPixels: 'The picture is larger than 40 megapixel. Make it smaller.',
  },
} as const;
