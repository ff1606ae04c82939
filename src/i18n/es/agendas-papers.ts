import type { Translation } from '../keys';
import type { agendasPapers as source } from '../en/agendas-papers';

export const agendasPapers: Translation<typeof source> = {
  title: 'Documentos',
  add: 'Añadir un documento',
  item: 'Para el punto',
  choose: 'Elija un punto',
  file: 'Archivo',
  titleEn: 'Qué es el documento, en inglés',
  titleEs: 'Qué es el documento, en español',
  titleHint: 'Con palabras, no el nombre del archivo. Por ejemplo: Presupuesto de las bibliotecas, primavera de 2027.',
  readable: '¿Puede leer este documento un lector de pantalla?',
  readableHint:
    'Pruebe a seleccionar sus palabras. Si no puede, es la imagen de una página y el lector de pantalla no encuentra nada en ella.',
  answer: { yes: 'Sí', no: 'No', unsure: 'No lo sé con seguridad' },
  readableNote: { no: 'Un lector de pantalla no puede leerlo', unsure: 'No se sabe si un lector de pantalla puede leerlo' },
  askForm: 'Un lector de pantalla no puede leerlo. Pida otro formato a la persona de contacto para el acceso.',
  button: 'Añadir el documento',
  isPublic: 'El público ya lo puede leer',
  isDraft: 'Se publica con la próxima versión',
  remove: 'Quitar',
  removeOf: 'Quitar el documento: {title}',
  added: 'Se añadió «{title}». Se publicará con la próxima versión.',
  addedAtOnce: 'Se añadió «{title}» y ya está publicado, con su hora, porque el plazo de publicación terminó.',
  removed: 'Se quitó «{title}».',
  addedLater: 'Añadido el {moment}',
  takenOff: 'Retirado el {moment}',
  noRoom: 'Los documentos de una reunión pueden sumar 100 MB. Reduzca este o quite otro.',
};
