import type { Translation } from '../keys';
import type { offersLetterPage as source } from '../en/offers-letter-page';

export const offersLetterPage: Translation<typeof source> = {
  title: 'Carta para {name}',
  back: 'Todas las cartas',
  kind: 'Carta',
  version: 'Texto',
  usual: 'El texto habitual',
  ofKind: 'Texto de este tipo, versión {version}',
  own: 'Texto propio de esta persona, versión {version}',
  preview: 'Así se enviará',
  sent: 'Así se envió el {at}',
  sentPaper: 'Así se imprimió el {at}',
  unsent: 'Sin carta: la persona no tiene correo electrónico ni un registro para imprimirla.',
  heldNote: 'Esta carta se retiene mientras una mejor opción siga abierta. Sale por sí sola cuando se decida.',
  textTitle: 'Como texto sin formato',
  editTitle: 'Cambiar esta carta',
  reason: 'Motivo en la carta',
  follows: 'Lo que resulta de la propuesta',
  subject: 'Asunto',
  body: 'Texto',
  bodyHint:
    'Deje una línea vacía entre párrafos. Puede escribir entre llaves {name}, {seat} y, en un ofrecimiento, {by}. Las fechas, el enlace y el contacto se agregan por sí solos.',
  save: 'Guardar el borrador',
  reset: 'Volver al texto habitual',
  versionsTitle: 'Versiones',
  versionLine: 'Versión {version}, {at}, {who}',
  versionReset: 'Versión {version}, {at}, {who}: texto habitual',
  saved: 'El borrador está guardado.',
  wasReset: 'Se restableció el texto habitual.',
  somebody: 'el personal',
};
