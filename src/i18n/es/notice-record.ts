import type { noticeRecord as source } from '../en/notice-record';
import type { Translation } from '../keys';

export const noticeRecord: Translation<typeof source> = {
  title: 'Registro de avisos {year}: {name}',
  link: 'Registro de avisos: con cuánta anticipación se publicó cada orden del día',
  lede: 'Cuándo se publicó el orden del día de cada reunión. Una reunión ordinaria necesita {regular} horas y una extraordinaria {special}; los fines de semana cuentan. Cada publicación lleva a su constancia.',
  caption: 'Reuniones del año con su aviso',
  besides: 'Otros años',
  csv: 'Como tabla (CSV)',
  empty: 'No hay reuniones en este año.',
  nothingDue: 'En este año todavía no había que publicar ningún orden del día.',
  inTimeOf: {
    one: '{inTime} de {count} orden del día se publicó a tiempo.',
    many: '{inTime} de {count} órdenes del día se publicaron a tiempo.',
    other: '{inTime} de {count} órdenes del día se publicaron a tiempo.',
  },
  lateCount: {
    one: '{count} se publicó tarde; en esa reunión no se decidió nada.',
    many: '{count} se publicaron tarde; en esas reuniones no se decidió nada.',
    other: '{count} se publicaron tarde; en esas reuniones no se decidió nada.',
  },
  noneCount: { one: '{count} no se publicó.', many: '{count} no se publicaron.', other: '{count} no se publicaron.' },
  versions: { one: '{count} versión', many: '{count} de versiones', other: '{count} versiones' },
  latePapers: {
    one: '{count} documento llegó después del plazo',
    many: '{count} de documentos llegaron después del plazo',
    other: '{count} documentos llegaron después del plazo',
  },
  hoursOf: '{hours} horas (se necesitan {needed})',
  verdict: {
    inTime: 'A tiempo',
    late: 'Tarde',
    none: 'No se publicó',
    toCome: 'Todavía falta',
    calledOff: 'Se suspendió antes',
    noClock: 'Sin plazo de aviso para este tipo',
  },
  columns: {
    meeting: 'Reunión',
    notice: 'Aviso',
    versions: 'Versiones',
    latePapers: 'Documentos tardíos',
    date: 'Fecha',
    title: 'Título',
    kind: 'Tipo',
    state: 'Estado',
    postedAt: 'Publicado (UTC)',
    hours: 'Horas antes',
    needed: 'Horas necesarias',
    reason: 'Motivo si fue tarde',
    proof: 'Constancia',
  },
};
