import type { Translate } from '../../i18n/translate';
import { addressWith, datasetNames, datasets, type DatasetName } from './dataset';

interface OpenDataView {
  readonly title: string;
  readonly description: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly rules: readonly { readonly name: string; readonly text: string }[];
  readonly sets: readonly DatasetView[];
}

interface DatasetView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly addresses: readonly { readonly text: string; readonly href: string | null }[];
  readonly example: { readonly label: string; readonly text: string } | null;
  readonly caption: string;
  readonly fields: readonly { readonly name: string; readonly means: string }[];
}

declare module '../../web/render' {
  interface Views {
    'open-data/show': OpenDataView;
  }
}

/** What holds for all of it. */
export const dataRules = ['licence', 'languages', 'addresses', 'paging', 'etag', 'elsewhere', 'people'] as const;

/** What there is as data, with addresses, an example of each and its fields. `slug` is of the collaborative the addresses show. */
export const openDataView = (t: Translate, slug: string | null): OpenDataView => ({
  title: t('openData.title'),
  description: t('openData.lead'),
  breadcrumbs: [{ text: t('layout.home'), href: '/' }],
  rules: dataRules.map((rule) => ({ name: t(`openData.rules.${rule}.name`), text: t(`openData.rules.${rule}.text`) })),
  sets: datasetNames.map((name) => datasetView(t, name, slug)),
});

function datasetView(t: Translate, id: DatasetName, slug: string | null): DatasetView {
  const { addresses, fields, example } = datasets[id];
  const title = t(`openData.sets.${id}.title`);
  return {
    id,
    title,
    text: t(`openData.sets.${id}.text`),
    addresses: addresses.map((address) => {
      const href = addressWith(address, slug);
      return { text: href ?? address, href };
    }),
    example: example === null ? null : { label: t('openData.example', { title }), text: JSON.stringify(example, null, 2) },
    caption: t('openData.fieldsOf', { title }),
    fields: fields.map(([name, meaning]) => ({ name, means: t(`openData.means.${meaning}`) })),
  };
}
