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
  table: {
    tooLarge: 'El archivo tiene más de {max} MB. Súbalo por partes.',
    otherProgram: 'Es un archivo de otro programa ({kind}). Ábralo, guárdelo como CSV y suba ese.',
    empty: 'El archivo está vacío.',
    webPage: 'Es una página web, no una tabla. Guárdela como CSV y suba ese archivo.',
    json: 'Es JSON, no una tabla. Guárdela como CSV y suba ese archivo.',
    unreadable: 'Aquí hay letras que no se pueden leer. Guarde de nuevo el archivo como CSV en UTF-8.',
    quotes: 'Aquí se abre una comilla que no se cierra, o hay una en medio de una celda.',
    columns: 'A la primera línea le faltan estas columnas: {names}.',
    columnTwice: 'La columna “{name}” aparece dos veces en la primera línea.',
    noRows: 'No hay filas debajo de la primera línea.',
    tooManyRows: 'El archivo tiene {count} filas. Se reciben como máximo {max} a la vez.',
    tooManyCells: 'Esta fila tiene {count} celdas y la primera línea {max}. ¿Le faltan comillas a una coma?',
    tooFewCells: 'Esta fila tiene {count} celdas y la primera línea {max}.',
    longCell: 'La celda “{name}” tiene más de {max} caracteres.',
    formula: 'La celda “{name}” empieza como una fórmula. Escriba el valor mismo.',
    control: 'La celda “{name}” tiene caracteres que nadie puede ver. Escríbala de nuevo.',
  },
};
