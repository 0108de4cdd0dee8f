import { aiken } from '../../formats/aiken/aiken.ts'
import { gift } from '../../formats/gift/gift.ts'
import { moodleXml } from '../../formats/moodle-xml/moodle-xml.ts'
import { qti12 } from '../../formats/qti-1-2/qti-1-2.ts'
import { workbook } from '../../formats/workbook/workbook.ts'
import type { Format, FormatId, FormatSource } from './format.ts'

const REGISTRY: Readonly<Record<Exclude<FormatId, 'qti-3' | 'qti-2-2' | 'qti-2-1'>, Format>> = {
  'qti-1-2': qti12,
  workbook,
  'moodle-xml': moodleXml,
  gift,
  aiken,
}
/** From the most telling to the least: GIFT and Aiken are plain texts and look like many things. */
const LOOKED_AT = Object.values(REGISTRY)

export function formatOf(id: keyof typeof REGISTRY): Format {
  return REGISTRY[id]
}

/** The format that a source looks like, or undefined. */
export function recognisedFormat(source: FormatSource): Format | undefined {
  return LOOKED_AT.find(format => format.recognises(source))
}
