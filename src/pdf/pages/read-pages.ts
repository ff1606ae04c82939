import { deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import { Bytes, ObjectCopier } from './copy-objects';
import { boxOf, pagesOf, shownBox, turnOf, type PageNode } from './page-tree';
import { CannotTake, type Taken, type TakenPage } from './taken';

const mostContent = 64_000_000;
const mostLinks = 200;

export interface Most {
  readonly pages: number;
  /** Of all that is taken. */
  readonly bytes: number;
}

/**
 * The pages of a file as plain data: what they draw and draw with, and their links to web addresses. Scripts, actions,
 * fields, notes and files inside stay behind. Throws CannotTake; anything else that is thrown means a broken file. To be
 * run in a process of its own.
 */
export async function readPages(file: Uint8Array, most: Most): Promise<Taken> {
  const { context } = await open(file);
  const root = context.lookup(context.trailerInfo.Root, PDFDict);
  if (hidesLayers(root)) throw new CannotTake('fields');
  const nodes = pagesOf(context, root, most.pages);
  const bytes = new Bytes(most.bytes);
  const copier = new ObjectCopier(context, bytes);
  let room = mostContent;
  const pages = nodes.map((node): TakenPage => {
    const content = contentOf(node.dict, room);
    room -= content.length;
    const links = linksOf(node.dict);
    const stretch = bytes.add(deflateSync(content));
    return { box: shownBox(node), turn: turnOf(node), resources: resourcesOf(copier, node), content: stretch, links };
  });
  return { pages, objects: copier.finish(), bytes: bytes.whole() };
}

async function open(file: Uint8Array): Promise<PDFDocument> {
  const doc = await PDFDocument.load(file, { updateMetadata: false, ignoreEncryption: true, parseSpeed: ParseSpeeds.Fastest });
  if (doc.context.trailerInfo.Encrypt !== undefined) throw new CannotTake('locked');
  return doc;
}

/** Whether it has layers that are not shown: on our page they would be. */
function hidesLayers(root: PDFDict): boolean {
  const layers = root.lookup(PDFName.of('OCProperties'));
  const shown = layers instanceof PDFDict ? layers.lookup(PDFName.of('D')) : undefined;
  if (!(shown instanceof PDFDict)) return false;
  const off = shown.lookup(PDFName.of('OFF'));
  const base = shown.lookup(PDFName.of('BaseState'));
  return (off instanceof PDFArray && off.size() > 0) || (base instanceof PDFName && base.asString() === '/OFF');
}

/** What a page draws, from one stream or several, within the room there is. */
function contentOf(dict: PDFDict, room: number): Buffer {
  const value = dict.lookup(PDFName.of('Contents'));
  const streams = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream)) continue;
    const part = decodePDFRawStream(stream).decode();
    size += part.length + 1;
    if (size > room) throw new CannotTake('broken');
    parts.push(part, Buffer.from('\n'));
  }
  return Buffer.concat(parts);
}

/** The kinds of things a page draws with; properties of its text and of layers mean nothing outside its file. */
const kinds = ['ColorSpace', 'ExtGState', 'Font', 'Pattern', 'Shading', 'XObject'];

function resourcesOf(copier: ObjectCopier, { own }: PageNode): TakenPage['resources'] {
  const all = own.Resources;
  if (!(all instanceof PDFDict)) return { dict: [] };
  return { dict: kinds.flatMap((kind) => (all.has(PDFName.of(kind)) ? [[kind, copier.copy(all.get(PDFName.of(kind)))] as const] : [])) };
}

/** Its links to web addresses. Throws CannotTake where it has fields or notes, which would be missing on our page. */
function linksOf(dict: PDFDict): TakenPage['links'] {
  const all = dict.lookup(PDFName.of('Annots'));
  if (!(all instanceof PDFArray)) return [];
  if (all.size() > 5000) throw new CannotTake('broken');
  return all
    .asArray()
    .flatMap((_, index) => linkOf(all.lookup(index)))
    .slice(0, mostLinks);
}

function linkOf(annotation: PDFObject | undefined): TakenPage['links'] {
  if (!(annotation instanceof PDFDict)) return [];
  const kind = annotation.lookup(PDFName.of('Subtype'));
  if (!(kind instanceof PDFName) || kind.asString() !== '/Link') {
    if (isSeen(annotation)) throw new CannotTake('fields');
    return [];
  }
  const box = boxOf(annotation.lookup(PDFName.of('Rect')));
  const href = webAddressOf(annotation.lookup(PDFName.of('A')));
  return box === undefined || href === undefined ? [] : [{ box, href }];
}

/** Whether something else than a link would be drawn on the page: it has an appearance and is not hidden. */
function isSeen(annotation: PDFDict): boolean {
  const flags = annotation.lookup(PDFName.of('F'));
  const isHidden = flags instanceof PDFNumber && (flags.asNumber() & 2) !== 0;
  return !isHidden && annotation.has(PDFName.of('AP'));
}

function webAddressOf(action: PDFObject | undefined): string | undefined {
  if (!(action instanceof PDFDict)) return undefined;
  const [kind, uri] = [action.lookup(PDFName.of('S')), action.lookup(PDFName.of('URI'))];
  if (!(kind instanceof PDFName) || kind.asString() !== '/URI') return undefined;
  if (!(uri instanceof PDFString || uri instanceof PDFHexString)) return undefined;
  const address = Buffer.from(uri.asBytes()).toString('latin1');
  return /^https?:\/\/[\x21-\x7e]{1,2000}$/i.test(address) ? address : undefined;
}
