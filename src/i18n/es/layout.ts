import type { Translation } from '../keys';
import type { layout as source } from '../en/layout';

export const layout: Translation<typeof source> = {
  siteName: 'Colaborativos de los Distritos Locales',
  pageTitle: '{title} · {site}',
  errorTitle: 'Error: {title}',
  skip: 'Ir al contenido principal',
  languages: 'Idioma',
  menu: 'Menú',
  mainNavigation: 'Principal',
  breadcrumbs: 'Usted está aquí',
  pagination: 'Páginas',
  home: 'Inicio',
  tagline: 'Familias, vecinos, filantropía y negocios locales que trabajan junto con la dirección de su distrito local.',
  signIn: 'Entrar',
  signOut: 'Salir',
  signedInAs: 'Sesión de {name}',
  account: 'Cuenta',
  navigation: {
    collaboratives: 'Colaborativos',
    find: 'Busque el suyo',
    search: 'Buscar',
    apply: 'Solicitar',
    me: 'Mi página',
    staff: 'Área del personal',
    admin: 'Administración',
  },
  footer: {
    calendar: 'Calendario',
    label: 'Sobre este sitio',
    help: 'Ayuda',
    openData: 'Datos abiertos',
    accessibility: 'Accesibilidad',
    privacy: 'Privacidad',
  },
  demo: {
    label: 'Demostración',
    notice: 'Demostración. Todas las personas son inventadas y ningún correo sale de este equipo.',
    people: 'Personas de muestra',
    mailbox: 'Buzón',
    clock: 'Reloj',
  },
};
