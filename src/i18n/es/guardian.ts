import type { Translation } from '../keys';
import type { guardian as source } from '../en/guardian';

export const guardian: Translation<typeof source> = {
  title: '¿Puede {student} solicitar un lugar de estudiante?',
  lead: '{student} solicitó un lugar en {cycle} y dio su nombre como madre, padre o tutor. Un lugar de estudiante requiere su consentimiento.',
  points: {
    meetings: 'Los integrantes se reúnen más o menos una vez al mes, por la tarde. Usted puede venir también.',
    public: 'Los nombres de los integrantes son públicos. Cómo comunicarse con ellos, no.',
    stop: 'Puede cambiar su respuesta con este enlace hasta que se tomen las decisiones.',
  },
  name: 'Su nombre completo',
  give: 'Sí, doy mi consentimiento',
  refuse: 'No, no doy mi consentimiento',
  said: {
    given: '{name} dio su consentimiento: {moment}.',
    refused: '{name} no dio su consentimiento: {moment}.',
  },
  thanks: { given: 'Gracias. Su consentimiento queda con la solicitud.', refused: 'Gracias. Tomamos nota de que no está de acuerdo.' },
  errors: {
    over: 'Esta solicitud ya no espera la respuesta de un tutor.',
    notAsked: 'Esta solicitud no es para un lugar de estudiante: no se pide el consentimiento de un tutor.',
  },
  events: { agree: 'El tutor dio su consentimiento', refuse: 'El tutor no dio su consentimiento' },
  paper: {
    title: 'Consentimiento en papel: {student}',
    lead: 'El tutor indicado es {guardian} ({cycle}). Anote aquí que tiene el papel firmado.',
    name: 'Nombre del tutor que firmó',
    give: 'Aquí está el papel firmado',
    done: 'Se anotó el consentimiento en papel.',
  },
  standing: {
    waiting:
      'Su tutor todavía no ha respondido. Le escribimos, o puede firmar en papel. Sin su consentimiento no podemos ofrecerle un lugar.',
    given: 'Su tutor dio su consentimiento.',
    refused: 'Su tutor no dio su consentimiento. Hable con él o ella; todavía puede cambiar su respuesta.',
  },
  emails: {
    ask: {
      subject: 'Por favor, díganos si {student} puede presentar su solicitud',
      preheader: 'A más tardar el {until}',
      ask: 'Por favor, díganos a más tardar el {until} si {student} puede tener un lugar de estudiante en {cycle}.',
      how: 'El botón le muestra de qué se trata. No necesita cuenta ni contraseña.',
      button: 'Leer y responder',
      after: 'Si no conoce a esta persona, no tiene que hacer nada.',
      reason: 'Recibe este mensaje porque {student} dio su nombre como madre, padre o tutor.',
    },
  },
};
