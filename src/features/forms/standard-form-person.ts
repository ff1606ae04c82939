import type { FormPage } from './question';
import { both, option, page, question, single } from './standard-question';

const identity = { seenByReviewers: true, hiddenInBlind: true } as const;
const office = { seenByReviewers: false, hiddenInBlind: true } as const;

/** The first half of the standard form: who applies, and for which seats (facts: application form 1 to 3 and 15). */
export const personPages: readonly FormPage[] = [
  single(
    question({
      key: 'email',
      kind: 'email',
      label: both('What is your e-mail address?', '¿Cuál es su correo electrónico?'),
      hint: both(
        'We send you a link to go on later, and a copy of what you send.',
        'Le enviamos un enlace para continuar después y una copia de lo que nos mande.',
      ),
      autocomplete: 'email',
      ...office,
    }),
  ),
  single(
    question({
      key: 'age',
      kind: 'one_of',
      label: both('How old are you?', '¿Qué edad tiene?'),
      hint: both(
        'You must be 13 or older to apply, and 14 or older for a student seat.',
        'Debe tener al menos 13 años para solicitar, y al menos 14 para un lugar de estudiante.',
      ),
      options: [
        option('under_13', 'Under 13', 'Menos de 13'),
        option('13', '13', '13'),
        option('14_to_17', '14 to 17', 'De 14 a 17'),
        option('adult', '18 or older', '18 o más'),
      ],
      required: true,
      seenByReviewers: false,
    }),
  ),
  page('name', both('What is your name?', '¿Cómo se llama?'), [
    question({
      key: 'name',
      kind: 'short_text',
      label: both('Full name', 'Nombre completo'),
      required: true,
      autocomplete: 'name',
      ...identity,
    }),
    question({
      key: 'preferred_name',
      kind: 'short_text',
      label: both('Name you like to be called', 'Nombre con el que prefiere que le llamen'),
      autocomplete: 'nickname',
      ...identity,
    }),
    question({
      key: 'pronouns',
      kind: 'short_text',
      label: both('Pronouns', 'Pronombres'),
      hint: both('For example: she, he, they', 'Por ejemplo: ella, él, elle'),
      ...identity,
    }),
  ]),
  page('contact', both('How can we reach you?', '¿Cómo podemos comunicarnos con usted?'), [
    question({
      key: 'phone',
      kind: 'phone',
      label: both('Phone number', 'Número de teléfono'),
      hint: both('We call only if we cannot reach you by e-mail.', 'Solo llamamos si no podemos comunicarnos por correo electrónico.'),
      autocomplete: 'tel',
      ...office,
    }),
    question({
      key: 'language',
      kind: 'one_of',
      label: both('In which language shall we write to you?', '¿En qué idioma quiere que le escribamos?'),
      options: [option('en', 'English', 'Inglés'), option('es', 'Spanish', 'Español')],
      required: true,
      ...office,
    }),
  ]),
  single(
    question({
      key: 'zip',
      kind: 'zip',
      label: both('What is your ZIP code?', '¿Cuál es su código postal?'),
      hint: both('It tells us which collaborative is nearest to you.', 'Nos indica qué colaborativo le queda más cerca.'),
      required: true,
      autocomplete: 'postal-code',
      ...identity,
    }),
  ),
  single(
    question({
      key: 'constituency',
      kind: 'one_of',
      label: both('For which kind of seat do you apply?', '¿Para qué tipo de lugar presenta su solicitud?'),
      hint: both(
        'Choose the one that fits you best. You can serve in one only.',
        'Elija el que mejor le corresponda. Solo puede ocupar uno.',
      ),
      options: [
        option(
          'families',
          'Family or guardian',
          'Familia o tutor',
          both(
            'You are a parent or guardian of a pupil in a school of the local district.',
            'Usted es madre, padre o tutor de un alumno de una escuela del distrito local.',
          ),
        ),
        option(
          'students',
          'Student',
          'Estudiante',
          both(
            'You attend a school of the local district, are 14 or older, and your guardian agrees.',
            'Usted asiste a una escuela del distrito local, tiene al menos 14 años y su tutor está de acuerdo.',
          ),
        ),
        option(
          'community',
          'Community member',
          'Miembro de la comunidad',
          both('You live or work in the local district.', 'Usted vive o trabaja en el distrito local.'),
        ),
        option(
          'organizations',
          'Community organization',
          'Organización comunitaria',
          both(
            'You speak for a group that serves people in the local district.',
            'Usted representa a una organización que atiende a personas del distrito local.',
          ),
        ),
        option(
          'philanthropy',
          'Philanthropy',
          'Filantropía',
          both(
            'You speak for a foundation or a fund that gives in the local district.',
            'Usted representa a una fundación o programa de donaciones activo en el distrito local.',
          ),
        ),
        option(
          'business',
          'Local business',
          'Negocio local',
          both('You own or work in a business in the local district.', 'Usted tiene un negocio en el distrito local o trabaja en uno.'),
        ),
      ],
      required: true,
    }),
  ),
  page(
    'guardian',
    both('Does your guardian agree?', '¿Está de acuerdo su tutor?'),
    [
      question({
        key: 'guardian_name',
        kind: 'short_text',
        label: both('Name of your parent or guardian', 'Nombre de su madre, padre o tutor'),
        required: true,
        askedOf: ['students'],
        ...office,
      }),
      question({
        key: 'guardian_email',
        kind: 'email',
        label: both('Their e-mail address', 'Su correo electrónico'),
        hint: both(
          'We ask them by e-mail. Leave it empty if they sign on paper.',
          'Les preguntamos por correo. Déjelo vacío si firman en papel.',
        ),
        askedOf: ['students'],
        ...office,
      }),
      question({
        key: 'guardian_consent',
        kind: 'consent',
        label: both(
          'My parent or guardian knows that I apply and agrees.',
          'Mi madre, padre o tutor sabe de esta solicitud y está de acuerdo.',
        ),
        required: true,
        askedOf: ['students'],
        ...office,
      }),
    ],
    both(
      'A student seat needs the consent of a guardian. We ask them again before a seat begins.',
      'Un lugar de estudiante requiere el consentimiento de un tutor. Se lo pediremos otra vez antes de que empiece el cargo.',
    ),
  ),
  page(
    'school',
    both('Which school are you part of?', '¿De qué escuela forma parte?'),
    [
      question({
        key: 'school',
        kind: 'school',
        label: both('School', 'Escuela'),
        requiredFor: ['families', 'students'],
        askedOf: ['families', 'students'],
      }),
      question({
        key: 'grade_band',
        kind: 'many_of',
        label: both('Grades', 'Grados'),
        askedOf: ['families', 'students'],
        options: [
          option('early', 'Before kindergarten', 'Antes del kínder'),
          option('elementary', 'Kindergarten to grade 5', 'Del kínder al 5.º grado'),
          option('middle', 'Grades 6 to 8', 'Grados 6.º a 8.º'),
          option('high', 'Grades 9 to 12', 'Grados 9.º a 12.º'),
        ],
      }),
      question({
        key: 'relation',
        kind: 'one_of',
        label: both('How are you related to a child there?', '¿Qué relación tiene con un menor de esa escuela?'),
        askedOf: ['families'],
        options: [
          option('parent', 'Parent', 'Madre o padre'),
          option('guardian', 'Guardian', 'Tutora o tutor'),
          option('grandparent', 'Grandparent', 'Abuela o abuelo'),
          option('relative', 'Another relative', 'Otro familiar'),
        ],
      }),
    ],
    both(
      'Please give no names, grades or health details of any child.',
      'Por favor, no escriba nombres, calificaciones ni datos de salud de ningún menor.',
    ),
  ),
  single(
    question({
      key: 'collaboratives',
      kind: 'ranking',
      label: both('Which collaboratives do you choose?', '¿Qué colaborativos elige?'),
      hint: both(
        'Name up to three, the one you like best first. You can be offered one seat at a time.',
        'Indique hasta tres, primero el que prefiere. Se le puede ofrecer un lugar a la vez.',
      ),
      required: true,
    }),
  ),
];
