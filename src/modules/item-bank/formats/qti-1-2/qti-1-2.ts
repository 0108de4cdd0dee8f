import type { Format } from '../../core/exchange/format.ts'
import { readQti12 } from './read-qti-1-2.ts'
import { writeQti12 } from './write-qti-1-2.ts'

const MARK = /<questestinterop[\s>]/

/** QTI 1.2 as Canvas reads and writes it. */
export const qti12: Format = {
  id: 'qti-1-2',
  zh: 'QTI 1.2（Canvas）',
  en: 'QTI 1.2 (Canvas)',
  extensions: ['zip', 'xml'],
  recognises: source =>
    (source.kind === 'text' && MARK.test(source.text.slice(0, 4000))) ||
    (source.kind === 'package' && [...source.entries].some(([name, bytes]) => name.endsWith('.xml') && MARK.test(head(bytes)))),
  read: readQti12,
  write: writeQti12,
}

/** The first characters of a file; element names are ASCII in every encoding that is accepted. */
function head(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4000))
}
