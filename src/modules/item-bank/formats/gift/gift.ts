import type { Format } from '../../core/exchange/format.ts'
import { readGift } from './read-gift.ts'
import { writeGift } from './write-gift.ts'

/** GIFT: the text format of Moodle. */
export const gift: Format = {
  id: 'gift',
  zh: 'GIFT文本',
  en: 'GIFT text',
  extensions: ['gift', 'gift.txt', 'txt'],
  recognises: source => source.kind === 'text' && !source.text.trimStart().startsWith('<') && /\{[^{}]*\}/s.test(source.text),
  read: readGift,
  write: writeGift,
}
