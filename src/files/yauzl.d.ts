declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly compressionMethod: number;
    readonly externalFileAttributes: number;
    readonly generalPurposeBitFlag: number;
  }

  export interface ZipFile {
    readonly entryCount: number;
    readonly comment: string;
    eachEntry(): AsyncIterable<Entry>;
  }

  interface Options {
    readonly lazyEntries?: boolean;
    readonly strictFileNames?: boolean;
  }

  export function fromBufferPromise(buffer: Buffer, options: Options): Promise<ZipFile>;
}
