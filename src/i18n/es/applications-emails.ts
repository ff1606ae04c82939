import type { Translation } from '../keys';
import type { applicationsEmails as source } from '../en/applications-emails';

export const applicationsEmails: Translation<typeof source> = {
  hello: 'Hola:',
  continue: {
    subject: 'Continúe su solicitud',
    preheader: 'Envíela a más tardar el {closing}',
    ask: 'Por favor, termine y envíe su solicitud a más tardar el {closing}.',
    how: 'Sus respuestas hasta ahora están guardadas. El botón le lleva a ellas, en este aparato o en otro.',
    button: 'Continuar mi solicitud',
    after:
      'El enlace funciona una vez y durante 14 días. Puede pedir uno nuevo en la página «Solicitar». Si usted no empezó ninguna solicitud, no necesita hacer nada.',
  },
  received: {
    subject: 'Tenemos su solicitud {reference}',
    preheader: 'Decisiones: {decisions}',
    ask: 'Tenemos su solicitud para {cycle}. No necesita hacer nada por ahora: le avisamos el {decisions}.',
    changes: 'Puede cambiar sus respuestas hasta el {closing}.',
    button: 'Ver cómo va',
    after: 'El botón abre su página sin contraseña. Por favor, no reenvíe este correo.',
  },
  changed: {
    subject: 'Tenemos los cambios de su solicitud {reference}',
    ask: 'Tenemos los cambios de su solicitud para {cycle}. No necesita hacer nada por ahora: le avisamos el {decisions}.',
  },
  entered: {
    subject: 'El personal registró su solicitud {reference}',
    ask: 'Por favor, revise esta copia: el personal registró su solicitud para {cycle} como usted se la dio. Le avisamos el {decisions}.',
  },
  corrected: {
    subject: 'El personal corrigió su solicitud {reference}',
    ask: 'Por favor, revise esta copia: el personal corrigió lo que había registrado de su solicitud para {cycle}. Le avisamos el {decisions}.',
  },
  reinstated: {
    subject: 'Su solicitud {reference} vuelve a contar',
    ask: 'Usted recuperó su solicitud para {cycle}. Cuenta tal como la envió la última vez. No necesita hacer nada por ahora: le avisamos el {decisions}.',
  },
  link: { subject: 'Su solicitud {reference}', ask: 'Usted pidió el enlace a su solicitud. Oprima el botón para ver cómo va.' },
};
