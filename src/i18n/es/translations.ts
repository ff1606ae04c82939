import type { Translation } from '../keys';
import type { translations as source } from '../en/translations';

export const translations: Translation<typeof source> = {
  events: { assigned: 'Traducción de un texto del orden del día asignada' },
  errors: {
    none: 'Marque al menos un texto',
    past: 'Elija hoy o un día posterior',
    stale:
      'Otra persona asignó uno de estos textos mientras tanto. La lista muestra cómo está ahora. Lo que usted eligió se conserva: envíelo otra vez si es correcto',
  },
  link: 'Textos por traducir',
  title: 'Textos por traducir: {area}',
  lead: 'Órdenes del día próximos cuyas palabras están solo en inglés. Un texto sale de esta lista por sí solo en cuanto se guarda su español.',
  nothing: 'Todo lo que está en los órdenes del día próximos está en los dos idiomas.',
  counts: { waiting: 'textos esperan', unowned: 'sin persona encargada', late: 'con retraso' },
  which: '¿Qué textos?',
  ofMeeting: 'Nombre de la reunión del {moment}',
  ofItem: 'En el orden del día del {moment}. Falta en español: {fields}',
  lacks: { title: 'título', text: 'texto', both: 'título y texto' },
  nobody: 'Nadie todavía',
  until: '{owner}, hasta el {date}',
  late: 'Con retraso',
  posted: 'Ya publicado',
  edit: 'Escribir el español',
  assign: '¿Quién traduce los textos marcados?',
  owner: 'Quién traduce',
  due: 'Hasta',
  save: 'Guardar',
  saved: {
    one: 'Guardado para {count} texto.',
    many: 'Guardado para {count} de textos.',
    other: 'Guardado para {count} textos.',
  },
};
