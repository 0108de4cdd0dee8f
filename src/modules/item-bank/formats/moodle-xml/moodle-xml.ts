import type { Format } from '../../core/exchange/format.ts'
import { readMoodle } from './read-moodle.ts'
import { writeMoodle } from './write-moodle.ts'

/** Moodle XML. */
export const moodleXml: Format = {
  id: 'moodle-xml',
  zh: 'Moodle XML',
  en: 'Moodle XML',
  extensions: ['xml'],
  recognises: source => source.kind === 'text' && /<quiz[\s>]/.test(source.text.slice(0, 4000)),
  read: readMoodle,
  write: writeMoodle,
}
