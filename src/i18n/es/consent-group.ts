import type { Translation } from '../keys';
import type { consentGroup as source } from '../en/consent-group';

export const consentGroup: Translation<typeof source> = {
  title: 'Grupo de consentimiento',
  door: {
    one: 'Grupo de consentimiento: punto {numbers}',
    many: 'Grupo de consentimiento: puntos {numbers}',
    other: 'Grupo de consentimiento: puntos {numbers}',
  },
  lede: 'Pregunte si algún integrante quiere sacar un punto; entonces se trata por separado. Una sola moción toma juntos los demás, con una sola votación nominal. Quien deba excusarse de un punto pide que se saque.',
  none: 'Este orden del día no tiene grupo de consentimiento.',
  inGroup: {
    one: 'Está en el grupo de consentimiento: ahí se toma con una moción.',
    many: 'Está en el grupo de consentimiento: una sola moción toma juntos los puntos {numbers}.',
    other: 'Está en el grupo de consentimiento: una sola moción toma juntos los puntos {numbers}.',
  },
  takenOutBy: 'Se sacó del grupo de consentimiento a petición de {name}.',
  together: 'Grupo de consentimiento: una sola moción decide juntos los puntos {numbers}.',
  takeOut: 'Sacar el punto {number}',
  askedBy: 'Qué integrante lo pide',
  tookOut: 'El punto se sacó del grupo. Se trata por separado.',
  putBack: 'Devolver el punto {number} al grupo',
  isBack: 'El punto está de nuevo en el grupo.',
  motionTitle: {
    one: 'Moción para el punto {numbers}',
    many: 'Una sola moción para los puntos {numbers}',
    other: 'Una sola moción para los puntos {numbers}',
  },
  motionText: { one: 'Aprobar el punto {numbers}.', many: 'Aprobar los puntos {numbers}.', other: 'Aprobar los puntos {numbers}.' },
  stale: 'El grupo cambió desde que usted abrió la página. No se presentó nada. Revise los puntos y sus palabras, y envíe de nuevo.',
  errors: {
    inGroup: 'Este punto está en el grupo de consentimiento. Primero sáquelo, o tómelo junto con los demás.',
    notInGroup: 'Este punto no está en el grupo de consentimiento como usted lo vio. Revise el grupo otra vez.',
    memberGone: 'Elija a un integrante con voto que esté presente ahora.',
  },
};
