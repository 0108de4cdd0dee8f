import type { Format, FormatSource } from '../../core/exchange/format.ts'
import type { FormatId } from '../../core/exchange/format-ids.ts'
import { readQti } from './core/read/read-qti.ts'
import type { QtiVersion } from './core/write/dialect.ts'
import { writeQti } from './core/write/write-qti.ts'

/** QTI 3.0, 2.2 and 2.1: one reader for all of them, a dialect each for writing. */
function qti(id: Extract<FormatId, 'qti-3' | 'qti-2-2' | 'qti-2-1'>, version: QtiVersion, mark: RegExp): Format {
  return {
    id,
    zh: `QTI ${version}`,
    en: `QTI ${version}`,
    extensions: ['zip', 'xml'],
    recognises: source => mark.test(headOf(source)),
    read: readQti,
    write: (set, aids) => writeQti(version, set, aids),
  }
}

export const qti3 = qti('qti-3', '3.0', /imsqti_item_xmlv3p|<(?:\w+:)?qti-assessment-item[\s>]/)
export const qti22 = qti('qti-2-2', '2.2', /imsqti_item_xmlv2p2|imsqti_v2p2/)
export const qti21 = qti('qti-2-1', '2.1', /imsqti_(?:item|apipitem)_xmlv2p[01]|<(?:\w+:)?assessmentItem[\s>]/)

/** The manifest of a package, or the beginning of a single file; names of types are ASCII. */
function headOf(source: FormatSource): string {
  if (source.kind === 'text') return source.text.slice(0, 4000)
  const bytes = source.kind === 'package' ? source.entries.get('imsmanifest.xml') : undefined
  if (bytes === undefined) return ''
  let text = ''
  for (let from = 0; from < Math.min(bytes.length, 400_000); from += 8_000)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_000))
  return text
}
