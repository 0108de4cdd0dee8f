import type { Block } from '../../../interactions/contract.ts'
import type { Made } from '../../core/exchange/made.ts'
import { scaled } from '../../core/exchange/text/number-gap.ts'
import { explanationOf } from './row-parts.ts'
import type { Row } from './row.ts'

/** 简答、论述: the reference in 答案, a criterion `2分：…` on each line of 评分标准, the length `300` or `400-1000` in 字数. */
export function writtenKind(type: 'short-answer' | 'essay', row: Row, stem: readonly Block[]): Made | null {
  const reference = row.text('key')
  if (reference === '') return row.fault('key', '未填写参考答案', 'the reference is missing')
  const lines = row
    .text('criteria')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const criteria = lines.map((line, at) => criterionOf(line, at))
  const wrong = criteria.indexOf(null)
  if (lines.length === 0 || wrong >= 0)
    return row.fault(
      'criteria',
      lines.length === 0 ? '未填写评分标准' : `第${wrong + 1}行应写成“2分：……”`,
      lines.length === 0 ? 'the criteria are missing' : `line ${wrong + 1} must be written as 2分：…`,
    )
  const words = /^(?:(\d{1,4})\s*[-—~～至]\s*)?(\d{1,4})$/.exec(row.text('words') || (type === 'essay' ? '1000' : '300'))
  if (words === null) return row.fault('words', '应写成“300”或“400-1000”', 'must be written as 300 or 400-1000')
  const least = words[1] === undefined ? null : Number(words[1])
  return {
    type,
    content: { version: 1, stem, words: { least, most: Number(words[2]) } },
    key: { version: 1, reference, criteria: criteria.flatMap(one => (one === null ? [] : [one])), explanation: explanationOf(row) },
    rubric: {},
  }
}

function criterionOf(line: string, at: number) {
  const found = /^(\d{1,3}(?:\.\d{1,2})?)\s*分\s*[:：]\s*(.+)$/.exec(line)
  const read = found === null ? null : scaled(found[1] ?? '')
  if (found === null || read === null) return null
  return { id: `c${at + 1}`, text: found[2] ?? '', marks: Number(read.digits * 10n ** BigInt(2 - read.decimals)), levels: [] }
}
