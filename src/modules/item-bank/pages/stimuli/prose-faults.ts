import type { FieldFault } from '../../../../kernel/result.ts'
import { Prose } from '../../../interactions/contract.ts'

const EMPTY = { zh: '请写出材料正文。', en: 'Write the stimulus.' }
const WHOLE = {
  zh: '材料不完整或过长：每段不超过4000字，图片须有说明，表格不超过40行12列。',
  en: 'The stimulus is incomplete or too long: 4000 characters a paragraph, words for each picture, 40 rows and 12 columns a table.',
}
const NO_ALT = { zh: '请用文字说明图片内容。', en: 'Say in words what the picture shows.' }

/** What keeps a text on the screen from being kept as a stimulus; paths begin with `prose`. */
export function proseFaults(value: unknown): readonly FieldFault[] {
  if (Array.isArray(value) ? value.length === 0 : String(value ?? '').trim() === '') return [{ path: 'prose', ...EMPTY }]
  const hasDumbPicture = Array.isArray(value) && value.some(isDumbPicture)
  if (hasDumbPicture) return [{ path: 'prose', ...NO_ALT }]
  return Prose.safeParse(value).success ? [] : [{ path: 'prose', ...WHOLE }]
}

function isDumbPicture(block: unknown): boolean {
  if (typeof block !== 'object' || block === null || !('kind' in block) || block.kind !== 'picture') return false
  return !('alt' in block) || String(block.alt).trim() === ''
}
