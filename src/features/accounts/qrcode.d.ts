declare module 'qrcode' {
  /** The picture of a text as SVG. */
  export function toString(text: string, options: { type: 'svg'; errorCorrectionLevel: 'M'; margin: number }): Promise<string>;
}
