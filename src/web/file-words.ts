import type { FileKind } from '../files/file-kind';
import { formatNumber } from '../i18n/format';
import type { Translate } from '../i18n/translate';

/** A file's format and size as people read them: `PDF, 240 KB`. */
export const fileMeta = (t: Translate, { kind, bytes }: { readonly kind: FileKind; readonly bytes: number }): string =>
  t('files.meta', { format: kind.toUpperCase(), size: sizeText(t, bytes) });

function sizeText(t: Translate, bytes: number): string {
  if (bytes >= 1_000_000) return t('files.mb', { size: formatNumber(t.locale, bytes / 1_000_000, 1) });
  return t('files.kb', { size: formatNumber(t.locale, Math.max(1, Math.round(bytes / 1000))) });
}
