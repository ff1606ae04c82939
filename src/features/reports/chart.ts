/** A drawing in plain shapes, for the one template that writes SVG. Units are those of the view box. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly rects: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly isTrack: boolean;
  }[];
  readonly texts: readonly { readonly x: number; readonly y: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end' }[];
}

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

const width = 320;
const barHeight = 10;
const rowHeight = 36;

/** Ranked bars: the label above its bar, the number at the end. Long labels are cut; the table has them whole. */
export function bars(rows: readonly Bar[]): Drawing {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return {
    width,
    height: Math.max(1, rows.length) * rowHeight,
    rects: rows.flatMap(({ value }, place) => [
      { x: 0, y: place * rowHeight + 18, width, height: barHeight, isTrack: true },
      { x: 0, y: place * rowHeight + 18, width: rounded((value / most) * width), height: barHeight, isTrack: false },
    ]),
    texts: rows.flatMap(({ label, text }, place) => [
      { x: 0, y: place * rowHeight + 13, text: cut(label), anchor: 'start' as const },
      { x: width, y: place * rowHeight + 13, text, anchor: 'end' as const },
    ]),
  };
}

const plotHeight = 100;
const top = 16;

/** Columns in their order, with the first and the last label and the highest number. */
export function columns(rows: readonly Bar[]): Drawing {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const step = width / Math.max(1, rows.length);
  const first = rows[0];
  const last = rows.at(-1);
  const highest = rows.reduce<Bar | undefined>((best, row) => (best === undefined || row.value > best.value ? row : best), undefined);
  const at = highest === undefined ? 0 : rows.indexOf(highest);
  return {
    width,
    height: top + plotHeight + 18,
    rects: rows.map(({ value }, place) => {
      const height = rounded((value / most) * plotHeight);
      return { x: rounded(place * step), y: rounded(top + plotHeight - height), width: rounded(step * 0.8), height, isTrack: false };
    }),
    texts: [
      ...(highest === undefined || highest.value === 0 ? [] : [{ ...placed(at, step, rows.length), y: 11, text: highest.text }]),
      ...(first === undefined ? [] : [{ x: 0, y: top + plotHeight + 14, text: first.label, anchor: 'start' as const }]),
      ...(last === undefined || rows.length < 2 ? [] : [{ x: width, y: top + plotHeight + 14, text: last.label, anchor: 'end' as const }]),
    ],
  };
}

/** Text over a column, kept inside the drawing. */
function placed(place: number, step: number, count: number): { x: number; anchor: 'start' | 'middle' | 'end' } {
  const share = count < 2 ? 0 : place / (count - 1);
  const anchor = share < 0.1 ? 'start' : share > 0.9 ? 'end' : 'middle';
  return { x: rounded(anchor === 'start' ? place * step : anchor === 'end' ? width : (place + 0.4) * step), anchor };
}

const longest = 42;

const cut = (label: string): string =>
  Array.from(label).length <= longest
    ? label
    : `${Array.from(label)
        .slice(0, longest - 1)
        .join('')}…`;

const rounded = (value: number): number => Math.round(value * 10) / 10;
