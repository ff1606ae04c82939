/** What people may hand in; nothing that a browser runs, and no archives (reliability.md 4.11). */
export const fileKinds = ['pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpg'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Why a file is not taken. */
export type Refusal = 'empty' | 'kind' | 'name' | 'content' | 'macros' | 'tooManyParts' | 'unpacksTooLarge' | 'tooManyPixels';

const office = 'application/vnd.openxmlformats-officedocument';

/** The type each kind is served with. */
export const mediaTypes: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  pptx: `${office}.presentationml.presentation`,
  xlsx: `${office}.spreadsheetml.sheet`,
  png: 'image/png',
  jpg: 'image/jpeg',
};

/** The kind a name claims by its last ending; undefined when that is none of ours. */
export function kindOf(name: string): FileKind | undefined {
  const ending = /[^.]\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'jpeg' ? 'jpg' : fileKinds.find((kind) => kind === ending);
}
