import { aiken } from '../../formats/aiken/aiken.ts'
import { gift } from '../../formats/gift/gift.ts'
import { moodleXml } from '../../formats/moodle-xml/moodle-xml.ts'
import { qti12 } from '../../formats/qti-1-2/qti-1-2.ts'
import { qti21, qti22, qti3 } from '../../formats/qti/qti.ts'
import { workbook } from '../../formats/workbook/workbook.ts'
import type { Format, FormatSource } from './format.ts'
import type { FormatId } from './format-ids.ts'

/** From the most telling to the least: GIFT and Aiken are plain texts and look like many things. */
const REGISTRY: Readonly<Record<FormatId, Format>> = {
  'qti-3': qti3,
  'qti-2-2': qti22,
  'qti-2-1': qti21,
  'qti-1-2': qti12,
  'moodle-xml': moodleXml,
  workbook,
  aiken,
  gift,
}

/** Total: a format without a line here does not compile. */
export function formatOf(id: FormatId): Format {
  return REGISTRY[id]
}

/** The format that a source looks like, or undefined. */
export function recognisedFormat(source: FormatSource): Format | undefined {
  return Object.values(REGISTRY).find(format => format.recognises(source))
}
