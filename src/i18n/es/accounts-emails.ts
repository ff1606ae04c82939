import type { Translation } from '../keys';
import type { accountsEmails as source } from '../en/accounts-emails';

export const accountsEmails: Translation<typeof source> = {
  greeting: 'Hola:',
  notYou: 'Si usted no lo pidió, no tiene que hacer nada.',
  signIn: {
    subject: 'Su enlace para entrar',
    lead: 'Entre en un plazo de 10 minutos: oprima el botón o escriba el código donde lo pidió.',
    code: 'Código',
    button: 'Entrar',
  },
  unknown: {
    subject: 'Su enlace para entrar',
    lead: 'Alguien pidió entrar con este correo electrónico, pero no lo conocemos.',
    advice: 'Si fue usted, pruebe con otro correo que nos haya dado. Si es la primera vez, puede solicitar un lugar sin tener cuenta.',
    button: 'Solicitar un lugar',
  },
  reset: {
    subject: 'Su enlace para crear una contraseña nueva',
    lead: 'Cree una contraseña nueva en un plazo de 30 minutos: oprima el botón.',
    button: 'Crear una contraseña nueva',
  },
  emailChange: {
    subject: 'Confirme su nuevo correo electrónico',
    leadNew: 'Confirme en un plazo de 24 horas que este es su nuevo correo electrónico: oprima el botón.',
    leadOld: 'Confirme en un plazo de 24 horas que su correo electrónico será {address} desde ahora: oprima el botón.',
    button: 'Confirmar',
    stop: 'Si usted no lo pidió, detenga el cambio aquí: {link}',
    otherBox: 'También enviamos un enlace al otro correo. El cambio se hace cuando se confirman los dos.',
  },
  changed: {
    password: 'su contraseña',
    email: 'su correo electrónico',
    emailBack: 'su correo electrónico (de vuelta al anterior)',
    secondFactorOn: 'su segundo paso para entrar (ahora activado)',
    secondFactorOff: 'su segundo paso para entrar (ahora desactivado)',
    recoveryCodes: 'sus códigos de recuperación',
    subject: 'Cambio: {what}',
    lead: 'Cambio del {when}: {what}. Si fue usted, no tiene que hacer nada.',
    ifNot: 'Si no fue usted, avísenos de inmediato.',
    ifNotUndo: 'Si no fue usted, deshágalo en un plazo de 7 días: oprima el botón. Después, avísenos en la página de ayuda.',
    undo: 'Deshacer el cambio',
    button: 'Avisarnos',
  },
  takenBack: {
    subject: 'Retiramos su invitación',
    lead: 'No tiene que hacer nada. Retiramos la función que le habíamos ofrecido. El enlace de nuestro correo anterior ya no sirve.',
    wrong: 'Si cree que es un error, por favor avísenos.',
  },
  invitation: {
    subject: 'Tiene una función: {role}',
    lead: 'Por favor, entre en un plazo de 7 días. Ahora tiene la función «{role}» en los Colaborativos de los Distritos Locales.',
    leadAt: 'Por favor, entre en un plazo de 7 días. Ahora tiene la función «{role}» para el {place}.',
    first: 'El botón abre su cuenta. Sirve una sola vez.',
    again: 'Entre como siempre.',
    button: 'Entrar',
    factor: 'Tenga a la mano su teléfono: para entrar se necesita un segundo paso, un código de una aplicación de autenticación.',
  },
};
