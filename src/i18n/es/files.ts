import type { Translation } from '../keys';
import type { files as source } from '../en/files';

export const files: Translation<typeof source> = {
  hint: 'PDF, Word (.docx), PowerPoint (.pptx), Excel (.xlsx), PNG o JPG; hasta 10 MB.',
  meta: '{format}, {size}',
  kb: '{size} KB',
  mb: '{size} MB',
  refused: {
    missing: 'Elija un archivo',
    empty: 'El archivo está vacío. Elíjalo otra vez.',
    kind: 'No se acepta este tipo de archivo. Guárdelo como PDF, .docx, .pptx, .xlsx, PNG o JPG y elija ese archivo.',
    name: 'El nombre del archivo tiene una segunda terminación engañosa. Póngale un nombre sencillo, como presupuesto.pdf, y elíjalo otra vez.',
    content:
      'El contenido del archivo no corresponde a su nombre, o está dañado o protegido con contraseña. Guárdelo de nuevo y elíjalo otra vez.',
    macros: 'El archivo contiene macros, programas u otros archivos. Guárdelo sin ellos o como PDF.',
    tooManyParts: 'El archivo tiene demasiadas partes. Guárdelo como PDF.',
    unpacksTooLarge: 'Al descomprimirse, el archivo ocuparía más de lo que aceptamos. Guárdelo como PDF.',
    tooManyPixels: 'La imagen tiene más de 40 megapíxeles. Redúzcala.',
  },
};
