import type { Translation } from '../keys';
import type { translations as source } from '../en/translations';

export const translations: Translation<typeof source> = {
  events: { assigned: 'Traducción de un texto asignada', written: 'Traducción escrita' },
  errors: {
    none: 'Marque al menos un texto',
    past: 'Elija hoy o un día posterior',
    stale:
      'Otra persona asignó uno de estos textos mientras tanto. La lista muestra cómo está ahora. Lo que usted eligió se conserva: envíelo otra vez si es correcto',
  },
  link: 'Textos por traducir',
  title: 'Textos por traducir: {area}',
  lead: 'Órdenes del día próximos, actas aún no aprobadas y notas aún no entregadas cuyas palabras están en un solo idioma o cambiaron después de traducirse. Un texto sale de esta lista por sí solo en cuanto se guarda su traducción.',
  nothing: 'Nada espera: los órdenes del día próximos, las actas y las notas están en los dos idiomas.',
  counts: { waiting: 'textos esperan', unowned: 'sin persona encargada', late: 'con retraso' },
  which: '¿Qué textos?',
  ofMeeting: 'Nombre de la reunión del {moment}.',
  ofItem: 'En el orden del día del {moment}.',
  lacking: 'Falta en español: {fields}.',
  behind: 'Español más antiguo que el inglés: {fields}.',
  ofMinutes: 'Acta del {moment}.',
  ofNote: 'Nota de recomendación {reference}.',
  missing: {
    es: {
      one: 'Falta en español: {count} pasaje.',
      many: 'Faltan en español: {count} de pasajes.',
      other: 'Faltan en español: {count} pasajes.',
    },
    en: {
      one: 'Falta en inglés: {count} pasaje.',
      many: 'Faltan en inglés: {count} de pasajes.',
      other: 'Faltan en inglés: {count} pasajes.',
    },
  },
  olderCount: {
    one: 'Más antiguo que el texto: {count} pasaje.',
    many: 'Más antiguos que el texto: {count} de pasajes.',
    other: 'Más antiguos que el texto: {count} pasajes.',
  },
  older: 'La traducción es más antigua que el texto',
  lacks: { title: 'título', text: 'texto', both: 'título y texto' },
  nobody: 'Nadie todavía',
  until: '{owner}, hasta el {date}',
  late: 'Con retraso',
  posted: 'Ya publicado',
  write: { es: 'Escribir el español', en: 'Escribir el inglés' },
  assign: '¿Quién traduce los textos marcados?',
  owner: 'Quién traduce',
  due: 'Hasta',
  save: 'Guardar',
  words: {
    title: { minutes: 'Traducir el acta', note: 'Traducir la nota' },
    lede: '{name}: {title}',
    lead: 'La traducción está junto al texto, que queda como está. Quien lee en ese idioma ve la traducción, marcada como tal. Guarde lo que tenga; lo demás puede esperar.',
    read: 'Leerlo como lo ven los demás',
    name: {
      opening: 'Antes de los puntos',
      closing: 'Después de los puntos',
      item: 'Punto {number}: {title}',
      title: 'Título',
      background: 'Antecedentes',
      recommendation: 'Recomendación {number}',
      addressee: 'Dirigida a',
    },
    in: { es: 'En español: {passage}', en: 'En inglés: {passage}' },
    older: 'El texto cambió después: {passage}',
    holds: 'Los comparé: la traducción sigue siendo válida',
    stands: 'Guardado ahora: {words}',
    stale:
      'El texto o su traducción cambió mientras tanto. No se guardó nada de lo suyo. Sus palabras están en el formulario: compárelas con lo que hay y guarde otra vez.',
    closed: 'Este texto ya quedó fijo, y su traducción con él. No se guardó nada; sus palabras están en el formulario.',
    personal: 'Quite el correo electrónico, el teléfono, el domicilio o la fecha de nacimiento',
    save: { es: 'Guardar el español', en: 'Guardar el inglés' },
    saved: 'La traducción está guardada.',
  },
  shown: {
    minutes: 'Usted lee una traducción. El acta se escribió en inglés, y esas palabras son las que se aprueban.',
    minutesOlder:
      'Usted lee una traducción, y una parte es más antigua que el texto. El acta se escribió en inglés, y esas palabras son las que se aprueban.',
    note: 'Usted lee una traducción. Las palabras en el idioma en que se escribió la nota son las que se adoptan y se entregan.',
    noteOlder:
      'Usted lee una traducción, y una parte es más antigua que el texto. Las palabras en el idioma en que se escribió la nota son las que se adoptan y se entregan.',
  },
  saved: {
    one: 'Guardado para {count} texto.',
    many: 'Guardado para {count} de textos.',
    other: 'Guardado para {count} textos.',
  },
};
