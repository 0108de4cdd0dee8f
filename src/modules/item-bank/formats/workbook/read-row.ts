import { hundredths, type Hundredths } from '../../../../kernel/marks.ts'
import type { ExchangeFacts, ExchangeItem } from '../../core/exchange/exchange-item.ts'
import { finishItem } from '../../core/exchange/made.ts'
import { scaled } from '../../core/exchange/text/number-gap.ts'
import { IMPORTANCES } from '../../core/item.ts'
import { otherTypeNamed, typeNamed } from './columns.ts'
import { madeOf } from './kinds.ts'
import type { Row } from './row.ts'
import { proseOf } from './sheet-prose.ts'

const SEPARATOR = /\s*(?:\/|／|>|＞|→)\s*/

/** One row as an item; every cell that does not fit is told, and then there is no item. */
export function itemOfRow(row: Row): ExchangeItem | null {
  const { notes } = row
  const name = row.text('type')
  const type = typeNamed(name)
  if (type === undefined) {
    const other = otherTypeNamed(name)
    return other === undefined
      ? row.fault(
          'type',
          name === '' ? '未填写题型' : `不认识的题型“${name}”`,
          name === '' ? 'the type is missing' : `unknown type “${name}”`,
        )
      : row.fault('type', `“${name}”不能用表格填写，请在命题工作台编写`, `“${name}” cannot be written in a sheet; use the studio`)
  }
  if (row.isNumber('code'))
    notes.changed(
      row.address('code'),
      '编号单元格是数字，前导零可能已丢失，请改为文本格式',
      'the number was a numeric cell; leading zeros may be lost, make it text',
    )
  const facts = factsOf(row)
  const marks = marksOf(row)
  const stem = proseOf(row.text('stem'))
  if (stem.length === 0) row.fault('stem', '未填写题干', 'the stem is missing')
  const made = madeOf(type, row, stem)
  if (made === null || notes.faults.length > 0) return null
  return finishItem({ made, title: row.text('title'), marks, stimulusId: null, facts, notes })
}

function factsOf(row: Row): ExchangeFacts {
  const text = (key: 'editionId' | 'level' | 'source') => row.text(key) || null
  const list = (value: string, by: RegExp) =>
    value
      .split(by)
      .map(part => part.trim())
      .filter(part => part !== '')
  const importance = row.text('importance').toUpperCase()
  const known = IMPORTANCES.find(one => one === importance) ?? null
  if (importance !== '' && known === null) row.fault('importance', '应填X、Y或Z', 'must be X, Y or Z')
  return {
    editionId: text('editionId'),
    level: text('level'),
    area: list(row.text('area'), SEPARATOR),
    points: list(row.text('points'), /[,，、；;\s]+/),
    difficulty: whole(row, 'difficulty', 1, 5),
    importance: known,
    seconds: whole(row, 'seconds', 1, 36_000),
    source: text('source'),
  }
}

function whole(row: Row, key: 'difficulty' | 'seconds', least: number, most: number): number | null {
  const text = row.text(key)
  if (text === '') return null
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  return row.fault(key, `应填${least}至${most}的整数，现为“${text}”`, `must be a whole number from ${least} to ${most}, not “${text}”`)
}

function marksOf(row: Row): Hundredths | null {
  const text = row.text('marks')
  if (text === '') return null
  const read = scaled(text)
  if (read === null || read.decimals > 2 || read.digits <= 0n || read.digits > 1_000_000n)
    return row.fault(
      'marks',
      `应填大于0、最多两位小数的分值，现为“${text}”`,
      `must be positive marks with at most two decimals, not “${text}”`,
    )
  return hundredths(Number(read.digits * 10n ** BigInt(2 - read.decimals)))
}
