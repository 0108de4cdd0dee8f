import type { Format } from '../../core/exchange/format.ts'
import { readAiken } from './read-aiken.ts'
import { writeAiken } from './write-aiken.ts'

/** Aiken: text of single choices, as Moodle and others read it. */
export const aiken: Format = {
  id: 'aiken',
  zh: 'Aiken文本',
  en: 'Aiken text',
  extensions: ['txt'],
  recognises: source => source.kind === 'text' && /^(?:ANSWER|答案)\s*[:：]/im.test(source.text),
  read: readAiken,
  write: writeAiken,
}
