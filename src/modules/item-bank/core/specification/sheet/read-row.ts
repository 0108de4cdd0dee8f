import { IMPORTANCES } from '../../item.ts'
import type { AssessmentPoint } from '../specification.ts'
import type { PointRow } from './cells.ts'

type Range = AssessmentPoint['ranges'][number]
/** What the rows before have said: ranges by their full code, points by theirs, and the ranges that an empty cell continues. */
export type Above = {
  readonly ranges: Map<string, { readonly name: string; readonly area: string; readonly row: number }>
  readonly points: Map<string, number>
  last: { readonly great: Range; readonly middle: Range; readonly small: Range; readonly area: readonly string[] } | null
}
const MOST_NAME = 80
const SEPARATOR = /\s*(?:\/|／|>|＞|→)\s*/

/** One row as a point; every cell that does not fit is told, and then there is no point. Empty range cells go on with the range above. */
export function pointOfRow(row: PointRow, above: Above): AssessmentPoint | null {
  const great = rangeOf(row, 'great', above.last?.great ?? null)
  const isSameGreat = great !== null && great.code === above.last?.great.code
  const middle = rangeOf(row, 'middle', isSameGreat ? (above.last?.middle ?? null) : null)
  const isSameMiddle = isSameGreat && middle !== null && middle.code === above.last?.middle.code
  const small = rangeOf(row, 'small', isSameMiddle ? (above.last?.small ?? null) : null)
  const area = areaOf(row, isSameMiddle ? (above.last?.area ?? null) : null)
  const number = numberOf(row)
  const name = nameOf(row, 'pointName', '鉴定点名称')
  const importance = importanceOf(row)
  const page = pageOf(row)
  if (great === null || middle === null || small === null || area === null) return null
  above.last = { great, middle, small, area }
  const ranges = [great, middle, small]
  checkRanges(row, above, ranges, area)
  if (number === null) return null
  const code = [...ranges.map(range => range.code), number].join('-')
  const before = above.points.get(code)
  if (before !== undefined) row.fault('pointCode', `鉴定点${code}与第${before}行重复`, `the point ${code} repeats that of row ${before}`)
  above.points.set(code, before ?? row.number)
  if (row.faults.length > 0 || name === null || importance === null) return null
  return { code, name, importance, page, ranges, area }
}

type Depth = 'great' | 'middle' | 'small'
const DEPTH_NAMES: Readonly<Record<Depth, string>> = { great: '大范围', middle: '中范围', small: '小范围' }

function rangeOf(row: PointRow, depth: Depth, before: Range | null): Range | null {
  const code = row.text(`${depth}Code`).toUpperCase()
  const own = row.text(`${depth}Name`)
  if (code === '' && own === '' && before !== null) return before
  if (code === '') {
    row.fault(`${depth}Code`, `未填写${DEPTH_NAMES[depth]}代码`, 'the code of the range is missing')
    return null
  }
  if (!/^[A-Z]{1,2}$/.test(code)) {
    row.fault(`${depth}Code`, `应为一至两个大写字母，现为“${code.slice(0, 20)}”`, `must be one or two capitals, not “${code.slice(0, 20)}”`)
    return null
  }
  if (own === '' && before?.code === code) return before
  const name = nameOf(row, `${depth}Name`, `${DEPTH_NAMES[depth]}名称`)
  return name === null ? null : { code, name }
}

function nameOf(row: PointRow, key: 'greatName' | 'middleName' | 'smallName' | 'pointName', what: string): string | null {
  const name = row.text(key)
  if (name !== '' && name.length <= MOST_NAME) return name
  if (name === '') row.fault(key, `未填写${what}`, 'the name is missing')
  else row.fault(key, `超过${MOST_NAME}个字符`, `longer than ${MOST_NAME} characters`)
  return null
}

function areaOf(row: PointRow, before: readonly string[] | null): readonly string[] | null {
  const parts = row
    .text('area')
    .split(SEPARATOR)
    .filter(part => part !== '')
  if (parts.length > 0) return parts
  if (before !== null) return before
  row.fault('area', '未填写知识范围', 'the area is missing')
  return null
}

/** A range has one name and, from the middle on, one area, wherever it stands. */
function checkRanges(row: PointRow, { ranges: known }: Above, ranges: readonly Range[], area: readonly string[]): void {
  for (const [depth, key] of (['great', 'middle', 'small'] as const).entries()) {
    const code = ranges
      .slice(0, depth + 1)
      .map(range => range.code)
      .join('-')
    const name = ranges[depth]?.name ?? ''
    const path = depth === 1 ? area.join('/') : ''
    const before = known.get(code)
    if (before === undefined) known.set(code, { name, area: path, row: row.number })
    else if (before.name !== name)
      row.fault(
        `${key}Name`,
        `范围${code}在第${before.row}行叫“${before.name}”`,
        `range ${code} is called “${before.name}” in row ${before.row}`,
      )
    else if (before.area !== path)
      row.fault(
        'area',
        `中范围${code}在第${before.row}行属于“${before.area}”`,
        `range ${code} lies in “${before.area}” in row ${before.row}`,
      )
  }
}

function numberOf(row: PointRow): string | null {
  const cell = row.cell('pointCode')
  const text = row.text('pointCode')
  if (typeof cell === 'number') {
    const meant = String(cell).padStart(3, '0')
    row.fault(
      'pointCode',
      `单元格是数字，前导零已丢失；请设为文本格式并填写${meant}`,
      `the cell is a number and lost its zeros; make it text and write ${meant}`,
    )
    return null
  }
  if (/^\d{3}$/.test(text)) return text
  if (text === '') row.fault('pointCode', '未填写鉴定点代码', 'the code of the point is missing')
  else
    row.fault(
      'pointCode',
      `应为三位数字，如001，现为“${text.slice(0, 20)}”`,
      `must have three digits such as 001, not “${text.slice(0, 20)}”`,
    )
  return null
}

function importanceOf(row: PointRow): AssessmentPoint['importance'] | null {
  const text = row.text('importance').normalize('NFKC').toUpperCase()
  const known = IMPORTANCES.find(one => one === text)
  if (known !== undefined) return known
  row.fault('importance', text === '' ? '未填写，应为X、Y或Z' : `应为X、Y或Z，现为“${text.slice(0, 20)}”`, 'must be X, Y or Z')
  return null
}

function pageOf(row: PointRow): number | null {
  const text = row.text('page')
  if (text === '') return null
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  row.fault('page', `应为正整数，现为“${text.slice(0, 20)}”`, `must be a positive whole number, not “${text.slice(0, 20)}”`)
  return null
}
