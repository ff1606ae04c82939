import type { Translation } from '../keys';
import type { agendasPacket as source } from '../en/agendas-packet';

export const agendasPacket: Translation<typeof source> = {
  title: 'Orden del día y documentos: {title}',
  lede: 'Aquí está todo lo que hay que leer para esta reunión: el orden del día y después sus documentos.',
  contents: 'Contenido',
  pages: 'Qué hay en cada página',
  part: 'Parte',
  page: 'Página',
  papers: 'Documentos de esta reunión',
  papersLede: 'Cada documento se puede abrir en su dirección. El SHA-256 demuestra que el archivo es el que aparece aquí.',
  none: 'Esta reunión no tiene documentos.',
  ofItem: 'Punto {number}: {line}',
  hash: 'SHA-256: {sha256}',
  carried: {
    merged: 'Sus páginas están más abajo.',
    drawn: 'Está más abajo, en una página propia.',
    inside: 'El PDF va dentro de este archivo: abra la lista de archivos adjuntos. O abra su dirección.',
    named: 'No va en este archivo. Abra su dirección.',
  },
  notTaken: {
    locked: 'Sus páginas no están entre las que siguen: el archivo está protegido.',
    long: 'Sus páginas no están entre las que siguen: son demasiadas.',
    fields:
      'Sus páginas no están entre las que siguen: tiene campos de formulario, comentarios o capas ocultas que solo el propio archivo muestra tal como son.',
    broken: 'Sus páginas no están entre las que siguen: no se pudieron leer.',
  },
  pageOf: '{title}, página {page} de {of}',
  scan: 'Imagen de la página {page} de {of}: {title}',
};
