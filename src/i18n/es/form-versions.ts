import type { Translation } from '../keys';
import type { formVersions as source } from '../en/form-versions';

export const formVersions: Translation<typeof source> = {
  difference: {
    question: {
      added: 'Se agregó: «{subject}»',
      removed: 'Se quitó: «{subject}»',
      moved: 'Se movió: «{subject}»',
      changed: 'Cambió: «{subject}» ({what})',
    },
    page: {
      added: 'Página nueva: «{subject}»',
      removed: 'Página que se quitó: «{subject}»',
      moved: 'Página que se movió: «{subject}»',
      changed: 'Página que cambió: «{subject}» ({what})',
    },
    part: {
      wording: 'palabras',
      kind: 'tipo de pregunta',
      options: 'opciones',
      required: 'quién debe contestar',
      askedOf: 'a quién se pregunta',
      reviewers: 'quién la lee',
      words: 'máximo de palabras',
      page: 'página',
    },
  },
  versions: {
    title: 'Versiones del formulario: {cycle}',
    number: 'Versión {number}',
    office: 'la oficina del programa',
    notFrozen: 'Escrita por {by}. Aún se puede cambiar.',
    frozen: 'Escrita por {by}. En vigor y fija desde el {date}.',
    begin: 'Iniciar una versión nueva',
    begun: 'Ya puede cambiar el formulario. Quienes solicitan siguen con la versión anterior.',
    discard: 'Desechar esta versión',
    discardHint: 'La versión en vigor queda como está. Se pierde lo que escribió en la nueva.',
    discarded: 'Se desechó la versión nueva.',
    publish: 'Poner esta versión en vigor',
    history: 'Versiones y qué cambió',
  },
  publication: {
    title: '¿Poner en vigor la versión {number}?',
    changes: 'Qué cambia',
    none: 'No hay ninguna diferencia con la versión en vigor.',
    whom: 'A quién afecta',
    touched: {
      one: 'Afecta a {count} solicitud ya enviada.',
      many: 'Afecta a {count} solicitudes ya enviadas.',
      other: 'Afecta a {count} solicitudes ya enviadas.',
    },
    kind: {
      answeredChanged: '{count} contestaron una pregunta que cambia.',
      answeredRemoved: '{count} contestaron una pregunta que se quita.',
      nowMissing: 'A {count} les falta una respuesta que desde ahora es obligatoria para ellas.',
    },
    how: {
      answeredChanged: 'contestó una pregunta que cambia',
      answeredRemoved: 'contestó una pregunta que se quita',
      nowMissing: 'le falta una respuesta',
    },
    keep: 'Lo enviado queda como está. Quienes evalúan, y los acuses, muestran cada respuesta con las palabras con que se preguntó.',
    drafts: {
      one: '{count} solicitud está en preparación. Sigue con la versión nueva y conserva sus respuestas.',
      many: '{count} solicitudes están en preparación. Siguen con la versión nueva y conservan sus respuestas.',
      other: '{count} solicitudes están en preparación. Siguen con la versión nueva y conservan sus respuestas.',
    },
    list: 'Qué solicitudes',
    more: 'Y {count} más.',
    note: 'Qué cambió, en sus palabras',
    noteHint: 'Queda en el historial del formulario.',
    button: 'Poner en vigor',
    done: 'La versión nueva está en vigor.',
  },
};
