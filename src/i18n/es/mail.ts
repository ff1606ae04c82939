import type { Translation } from '../keys';
import type { mail as source } from '../en/mail';

export const mail: Translation<typeof source> = {
  greeting: 'Hola, {name}:',
  copyLink: 'Si el botón no funciona, copie esta dirección en su navegador:',
  reasonHeading: 'Por qué recibe este correo',
  office: 'Oficina del programa de Colaborativos de los Distritos Locales',
  officeHelp: '¿Tiene preguntas o necesita ayuda en otro idioma? Escríbanos en {url}',
  noReply: 'No responda a este correo: nadie lee ese buzón.',
  leave: 'Para dejar de recibir estos correos, abra {url}',
  leaveLink: 'Dejar de recibir estos correos',
  reasons: {
    applicant: 'Recibe este correo porque presentó una solicitud para un lugar en un colaborativo.',
    draft: 'Recibe este correo porque empezó una solicitud y nos dio esta dirección.',
    offer: 'Recibe este correo porque se le ha ofrecido un lugar en un colaborativo.',
    memberToBe: 'Recibe este correo porque aceptó un lugar en un colaborativo.',
    member: 'Recibe este correo porque es integrante del colaborativo.',
    runsMeeting: 'Recibe este correo porque dirige reuniones del colaborativo.',
    officer: 'Recibe este correo porque ocupa un cargo en el colaborativo.',
    reviewer: 'Recibe este correo porque forma parte de un equipo que evalúa solicitudes.',
    approver: 'Recibe este correo porque aprueba selecciones y respuestas de su distrito local.',
    staff: 'Recibe este correo porque trabaja con los colaborativos.',
    account: 'Recibe este correo por algo que se hizo con su cuenta.',
    asked: 'Recibe este correo porque usted, o alguien que usó esta dirección, lo pidió.',
    subscriber: 'Recibe este correo porque se suscribió a las noticias del colaborativo.',
    commenter: 'Recibe este correo porque envió un comentario al colaborativo.',
    proposer: 'Recibe este correo porque propuso un tema al colaborativo.',
    responder: 'Recibe este correo porque el colaborativo le ha pedido una respuesta.',
  },
};
