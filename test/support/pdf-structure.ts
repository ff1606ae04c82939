import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a screen reader is told of the file, where poppler is here to ask. */
export function structureOf(bytes: Buffer): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, bytes);
  try {
    return execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
