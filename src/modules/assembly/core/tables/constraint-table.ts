import { type Result, ok } from '../../../../kernel/result.ts'
import type { Constraint, ConstraintBody, Reach } from '../problem/constraint.ts'
import { parseCondition } from '../problem/parse-condition.ts'
import type { Selection, Unit } from '../problem/pool.ts'
import { type Cell, type CsvRow, type TableFault, refuseTable, tableFault } from './csv.ts'
import { type Sheet, cellUnder, isMissing, numberIn, readSheet } from './sheet.ts'

const ALL: Selection = { kind: 'all' }
const WHOLE = new Set(['', 'PER TEST', 'TEST', 'PER FORM'])
const PER_STIMULUS = new Set(['PER STIMULUS', 'PER PASSAGE', 'PER SET', 'PER TESTLET'])
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['', 'item'],
  ['ITEM', 'item'],
  ['STIMULUS', 'stimulus'],
  ['PASSAGE', 'stimulus'],
  ['SET', 'stimulus'],
  ['TESTLET', 'stimulus'],
])
const TYPES: ReadonlyMap<string, RowKind> = new Map([
  ['NUMBER', 'number'],
  ['COUNT', 'number'],
  ['MIN', 'number'],
  ['MAX', 'number'],
  ['SUM', 'sum'],
  ['AVERAGE', 'mean'],
  ['MEAN', 'mean'],
  ['ENEMY', 'enemies'],
  ['MUTUALLYEXCLUSIVE', 'enemies'],
  ['XOR', 'enemies'],
  ['INCLUDE', 'include'],
  ['EXCLUDE', 'exclude'],
  ['NOT', 'exclude'],
  ['NOTINCLUDE', 'exclude'],
  ['ALLORNONE', 'all-or-none'],
  ['IIF', 'all-or-none'],
  ['ORDER', 'order'],
  ['OVERLAP', 'overlap'],
  ['USES', 'uses'],
  ['EXPOSURE', 'exposure'],
])
type RowKind = 'number' | 'sum' | 'mean' | 'enemies' | 'include' | 'exclude' | 'all-or-none' | 'order' | 'overlap' | 'uses' | 'exposure'

/** One row, as far as it is read: what it says, and where its cells stand. */
type Draft = {
  readonly type: string
  readonly kind: RowKind
  readonly unit: Unit
  readonly condition: Cell
  readonly least: number | null
  readonly most: number | null
  readonly percent: boolean
  readonly reach: Reach
}
type Fault = { readonly ok: false; readonly refusal: TableFault }

/**
 * Reads a table of constraints: `CONSTRAINT_ID` (or `CONSTRAINT`), `TYPE`, `WHAT`, `CONDITION`, `LB`, `UB`, `ONOFF`, and of our own
 * `REACH` (`EACH` or `ALL` forms). Rows that are OFF are left out. Attributes are not looked up here.
 */
export function readConstraints(text: string): Result<readonly Constraint[], readonly TableFault[]> {
  const sheet = readSheet(text)
  if (!sheet.ok) return sheet
  const lacking = ['TYPE', 'CONDITION', 'LB', 'UB'].filter(key => !sheet.value.keys.includes(key))
  if (lacking.length > 0) return refuseTable(lacking.map(key => tableFault(1, 1, `没有${key}列`, `there is no column ${key}`)))
  const faults: TableFault[] = []
  const seen = new Set<string>()
  const constraints = sheet.value.rows.flatMap((row, at): Constraint[] => {
    const idCell = cellUnder(sheet.value, row, 'CONSTRAINT_ID', 'CONSTRAINT', 'ID')
    const id = isMissing(idCell) ? `C${at + 1}` : (idCell?.text ?? '')
    if (seen.has(id)) faults.push(tableFault(row.line, idCell?.column ?? 1, `约束编号“${id}”重复`, `the constraint "${id}" stands twice`))
    seen.add(id)
    if (cellUnder(sheet.value, row, 'ONOFF')?.text.toUpperCase() === 'OFF') return []
    const draft = draftOf(sheet.value, row)
    const body = draft.ok ? bodyOf(draft.value) : draft
    if (!body.ok) faults.push(body.refusal)
    return body.ok ? [{ id, ...body.value }] : []
  })
  return faults.length > 0 ? refuseTable(faults) : ok(constraints)
}

function draftOf(sheet: Sheet, row: CsvRow): Result<Draft, TableFault> {
  const cell = (...names: readonly string[]) => cellUnder(sheet, row, ...names) ?? { text: '', line: row.line, column: 1, quoted: false }
  const [type, what, condition] = [cell('TYPE'), cell('WHAT'), cell('CONDITION')]
  const kind = TYPES.get(type.text.toUpperCase().replace(/[\s_-]/g, ''))
  if (kind === undefined) return bad(type, `不认识的类型“${type.text}”`, `unknown type "${type.text}"`)
  const unit = UNITS.get(what.text.toUpperCase())
  if (unit === undefined) return bad(what, `WHAT应为Item或Stimulus，不是“${what.text}”`, `WHAT is Item or Stimulus, not "${what.text}"`)
  const [lower, upper] = [boundOf(cell('LB')), boundOf(cell('UB'))]
  if (!lower.ok) return lower
  if (!upper.ok) return upper
  const reach = cell('REACH', 'FORMS').text.toUpperCase()
  if (!['', 'EACH', 'ALL'].includes(reach))
    return bad(cell('REACH', 'FORMS'), `REACH应为EACH或ALL，不是“${reach}”`, `REACH is EACH or ALL, not "${reach}"`)
  const percent = upper.value.percent || lower.value.percent
  if (percent && kind !== 'overlap') return bad(cell('UB'), '只有OVERLAP可用百分比', 'only OVERLAP takes a percentage')
  const [least, most] = [lower.value.bound, upper.value.bound]
  const sides =
    type.text.toUpperCase() === 'MIN'
      ? { least: least ?? most, most: null }
      : type.text.toUpperCase() === 'MAX'
        ? { least: null, most: most ?? least }
        : { least, most }
  return ok({ type: type.text, kind, unit, condition, ...sides, percent, reach: reach === 'ALL' ? 'all-forms' : 'each-form' })
}

function bodyOf(draft: Draft): Result<ConstraintBody, TableFault> {
  const { kind, unit, condition } = draft
  const name = condition.text.toUpperCase()
  if (kind === 'number') return numberBody(draft, name)
  if (kind === 'sum' || kind === 'mean') return sumBody(draft)
  if (kind === 'overlap') {
    if (draft.most === null) return bad(condition, 'OVERLAP需要UB', 'OVERLAP needs UB')
    return ok({ kind, most: draft.most, percent: draft.percent })
  }
  if (kind === 'order') {
    const read = parseCondition(condition.text)
    return read.ok && read.value.kind === 'attribute'
      ? ok({ kind, unit, attribute: read.value.name })
      : bad(condition, 'Order的CONDITION应为属性名', 'the condition of an Order is the name of an attribute')
  }
  const of = WHOLE.has(name) ? ok(ALL) : selectionIn(condition, condition.text, 0)
  if (!of.ok) return of
  if (kind === 'uses')
    return draft.least === null && draft.most === null ? noBounds(draft) : ok({ kind, of: of.value, least: draft.least, most: draft.most })
  if (kind === 'exposure') return draft.most === null ? noBounds(draft) : ok({ kind, of: of.value, most: draft.most })
  return ok({ kind, unit, of: of.value })
}

function numberBody(draft: Draft, name: string): Result<ConstraintBody, TableFault> {
  const { unit, condition, least, most, reach } = draft
  if (least === null && most === null) return noBounds(draft)
  if (least !== null && most !== null && least > most) return bad(condition, `LB ${least}大于UB ${most}`, `LB ${least} is above UB ${most}`)
  if (WHOLE.has(name)) return ok({ kind: 'count', unit, of: ALL, least, most, reach })
  if (PER_STIMULUS.has(name)) return ok({ kind: 'per-stimulus', of: ALL, least, most })
  if (name === 'PER ITEM') return ok({ kind: 'uses', of: ALL, least, most })
  const read = parseCondition(condition.text)
  if (!read.ok) return atFault(condition, 0, read.refusal)
  if (read.value.kind === 'attribute') return ok({ kind: 'each-value', unit, attribute: read.value.name, least, most })
  return ok({ kind: 'count', unit, of: { kind: 'where', condition: read.value.condition, text: condition.text }, least, most, reach })
}

/** `WORDS`, `WORDS, DOK == 1` or `WORDS[DOK == 1]`. */
function sumBody(draft: Draft): Result<ConstraintBody, TableFault> {
  const { kind, unit, condition, least, most, reach } = draft
  if (least === null && most === null) return noBounds(draft)
  const parts = /^\s*([^,[]*?)\s*(?:([,[])(.*?)(\]?)\s*)?$/s.exec(condition.text)
  const [, named = '', opening = '', inside = '', closing = ''] = parts ?? []
  const attribute = parseCondition(named)
  if (!attribute.ok || attribute.value.kind !== 'attribute' || (opening === '[') !== (closing === ']'))
    return bad(
      condition,
      `${draft.type}的CONDITION应为“属性”或“属性, 条件”`,
      `the condition of ${draft.type} is an attribute, or an attribute, a comma and a condition`,
    )
  const of = opening === '' ? ok(ALL) : selectionIn(condition, inside, condition.text.indexOf(opening) + 1)
  if (!of.ok) return of
  const body = { unit, attribute: attribute.value.name, of: of.value, least, most }
  return ok(kind === 'mean' ? { kind, ...body } : { kind: 'sum', reach, ...body })
}

function selectionIn(cell: Cell, text: string, offset: number): Result<Selection, TableFault> {
  const read = parseCondition(text)
  if (!read.ok) return atFault(cell, offset, read.refusal)
  if (read.value.kind === 'condition') return ok({ kind: 'where', condition: read.value.condition, text: text.trim() })
  return bad(cell, `此处应为条件，不是属性“${read.value.name}”`, `a condition is needed here, not the attribute "${read.value.name}"`)
}

function boundOf(cell: Cell): Result<{ readonly bound: number | null; readonly percent: boolean }, TableFault> {
  if (isMissing(cell)) return ok({ bound: null, percent: false })
  const percent = cell.text.endsWith('%')
  const bound = numberIn(percent ? cell.text.slice(0, -1) : cell.text)
  return bound === null ? bad(cell, `界限“${cell.text}”不是数`, `the bound "${cell.text}" is not a number`) : ok({ bound, percent })
}

/** A fault inside a condition; quotes before it are not counted. */
function atFault(cell: Cell, offset: number, { at, zh, en }: { readonly at: number; readonly zh: string; readonly en: string }): Fault {
  return bad({ ...cell, column: cell.column + offset + at - 1 + (cell.quoted ? 1 : 0) }, `条件：${zh}`, `condition: ${en}`)
}

function noBounds({ condition, type }: Draft): Fault {
  return bad(condition, `${type}需要LB或UB`, `${type} needs LB or UB`)
}

function bad(cell: Cell, zh: string, en: string): Fault {
  return { ok: false, refusal: tableFault(cell.line, cell.column, zh, en) }
}
