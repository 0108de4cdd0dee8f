import { placeId } from '../../core/exchange/text/letters.ts'
import { type Credit, OPTION_KEYS, creditName, creditNamed } from './columns.ts'
import { gapKeyOf } from './key-lines.ts'
import type { Row } from './row.ts'

export function explanationOf(row: Row): string | null {
  return row.text('explanation') || null
}

/** The credit rule of a row, or the usual one of its type. */
export function creditOf(row: Row, allowed: readonly Credit[]): Credit | null {
  const name = row.text('credit')
  const [usual] = allowed
  if (name === '' && usual !== undefined) return usual
  const credit = creditNamed(name)
  if (credit !== undefined && allowed.includes(credit)) return credit
  const names = allowed.map(creditName).join('、')
  return row.fault('credit', `应为${names}之一`, `must be one of ${allowed.join(', ')}`)
}

/** Options in their columns: filled from the left without a hole. */
export function optionsOf(row: Row): { readonly id: string; readonly text: string; readonly pinned: boolean }[] {
  const texts = OPTION_KEYS.map(key => row.text(key))
  const last = texts.findLastIndex(text => text !== '')
  const hole = texts.slice(0, last).indexOf('')
  if (hole >= 0) row.fault(OPTION_KEYS[hole] ?? 'a', '选项中间有空格，请从A起连续填写', 'options must be filled without a hole')
  const pinned = row.text('pinned').toUpperCase()
  const all = /^(?:是|全部|ALL)$/.test(pinned)
  return texts
    .slice(0, last + 1)
    .map((text, at) => ({ id: placeId(at), text, pinned: all || pinned.includes(String.fromCharCode(65 + at)) }))
}

/** Letters of the key as option ids; a letter without an option is a fault in the key's cell. */
export function lettersOf(row: Row, count: number): string[] | null {
  const text = row.text('key').toUpperCase()
  const letters = [...text.replaceAll(/[\s,，、；;]/g, '')]
  if (letters.length === 0) return row.fault('key', '未填写答案', 'the key is missing')
  const wrong = letters.find(letter => letter < 'A' || letter.charCodeAt(0) - 65 >= count)
  if (wrong !== undefined) return row.fault('key', `答案“${wrong}”没有对应的选项`, `the key “${wrong}” names no option`)
  if (new Set(letters).size < letters.length) return row.fault('key', '答案字母重复', 'a letter of the key repeats')
  return letters.map(letter => placeId(letter.charCodeAt(0) - 65))
}

/** Lines of the key; a unit printed behind the gap stands after a blank and `单位`. */
export function gapKeys(row: Row) {
  const lines = row
    .text('key')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  if (lines.length === 0)
    return row.fault('key', '未填写答案，每空一行，如“1=12.5”', 'the key is missing; a line for each gap, such as 1=12.5')
  const keys = lines.map(line => {
    const found = /^([A-Za-z0-9_-]{1,36})\s*[=＝]\s*(.*?)(?:\s+单位[:：]\s*(\S{1,20}))?$/.exec(line)
    const key = found === null ? null : gapKeyOf(found[1] ?? '', found[2] ?? '')
    return key === null ? null : { key, unit: found?.[3] ?? null }
  })
  const wrong = keys.indexOf(null)
  if (wrong >= 0)
    return row.fault('key', `第${wrong + 1}行“${(lines[wrong] ?? '').slice(0, 30)}”不能识别`, `line ${wrong + 1} is not understood`)
  return keys.flatMap(key => (key === null ? [] : [key]))
}
