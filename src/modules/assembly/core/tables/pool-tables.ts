import { type Result, ok } from '../../../../kernel/result.ts'
import type { AttributeValue } from '../problem/condition.ts'
import type { Irt } from '../problem/irt.ts'
import type { Pool, PoolItem, PoolStimulus } from '../problem/pool.ts'
import { type CsvRow, type TableFault, refuseTable, tableFault } from './csv.ts'
import { PARAMETER_KEYS, parameterReader } from './parameter-columns.ts'
import { type Sheet, cellUnder, columnValues, isMissing, numberIn, readSheet } from './sheet.ts'

/** The texts of the tables of a pool; parameters and stimuli may be missing. */
export type PoolTexts = { readonly items: string; readonly parameters: string | null; readonly stimuli: string | null }
export type PoolTable = keyof PoolTexts
/** A fault and the table it stands in. */
export type PoolFault = TableFault & { readonly table: PoolTable }

const ID = ['ID', 'ITEM_ID', 'ITEMID', 'ITEM', '题号', '试题编号']
const STIMULUS = ['STID', 'STIMULUS_ID', 'STIMULUS', 'PASSAGE', 'TESTLET', '材料编号']
const EXPOSURE = ['EXPOSURE', '曝光次数']

/** Reads a pool. Attributes are all columns but parameters; items and stimuli are joined by their ids. */
export function readPool(texts: PoolTexts): Result<Pool, readonly PoolFault[]> {
  const items = readItems(texts.items)
  if (!items.ok) return inTable('items', items.refusal)
  const parameters = texts.parameters === null ? ok(null) : readParameters(texts.parameters, new Set(items.value.map(item => item.id)))
  if (!parameters.ok) return inTable('parameters', parameters.refusal)
  const stimuli = texts.stimuli === null ? ok(impliedStimuli(items.value)) : readStimuli(texts.stimuli)
  if (!stimuli.ok) return inTable('stimuli', stimuli.refusal)
  const known = new Set(stimuli.value.map(each => each.id))
  const lost = items.value.filter(item => item.stimulusId !== null && !known.has(item.stimulusId))
  if (lost.length > 0)
    return inTable(
      'stimuli',
      lost
        .slice(0, 20)
        .map(item =>
          tableFault(
            1,
            1,
            `试题${item.id}的材料${item.stimulusId}不在材料表中`,
            `the stimulus ${item.stimulusId} of item ${item.id} is not in the table`,
          ),
        ),
    )
  const joined = items.value.map(item => ({ ...item, irt: parameters.value?.get(item.id) ?? item.irt }))
  return ok({ items: joined, stimuli: stimuli.value })
}

function readItems(text: string): Result<readonly PoolItem[], readonly TableFault[]> {
  const sheet = readSheet(text)
  if (!sheet.ok) return sheet
  const faults: TableFault[] = []
  const idsOf = idsIn(sheet.value, ID, faults)
  const parameters = parameterReader(sheet.value)
  const attributes = attributesIn(sheet.value)
  const items = sheet.value.rows.map((row, at): PoolItem => {
    const irt = parameters?.(row) ?? ok(null)
    if (!irt.ok) faults.push(irt.refusal)
    const stimulus = cellUnder(sheet.value, row, ...STIMULUS)
    return {
      id: idsOf[at] ?? '',
      attributes: attributes(at),
      irt: irt.ok ? irt.value : null,
      stimulusId: isMissing(stimulus) ? null : (stimulus?.text ?? null),
      exposure: exposureOf(sheet.value, row, faults),
    }
  })
  return faults.length > 0 ? refuseTable(faults) : ok(items)
}

function exposureOf(sheet: Sheet, row: CsvRow, faults: TableFault[]): number {
  const cell = cellUnder(sheet, row, ...EXPOSURE)
  if (cell === null || isMissing(cell)) return 0
  const exposure = numberIn(cell.text)
  if (exposure !== null && Number.isInteger(exposure) && exposure >= 0) return exposure
  faults.push(
    tableFault(cell.line, cell.column, `曝光次数“${cell.text}”不是非负整数`, `the exposure "${cell.text}" is not a whole number from 0`),
  )
  return 0
}

function readParameters(text: string, known: ReadonlySet<string>): Result<ReadonlyMap<string, Irt>, readonly TableFault[]> {
  const sheet = readSheet(text)
  if (!sheet.ok) return sheet
  const faults: TableFault[] = []
  const idsOf = idsIn(sheet.value, ID, faults)
  const reader = parameterReader(sheet.value)
  if (reader === null)
    return refuseTable([tableFault(1, 1, '没有MODEL与PAR1列，也没有a、b、c列', 'there are neither columns MODEL and PAR1 nor a, b, c')])
  const found = new Map<string, Irt>()
  for (const [at, row] of sheet.value.rows.entries()) {
    const irt = reader(row)
    const id = idsOf[at] ?? ''
    if (!irt.ok) faults.push(irt.refusal)
    else if (!known.has(id)) faults.push(tableFault(row.line, 1, `试题表中没有“${id}”`, `"${id}" is not in the table of items`))
    else if (irt.value !== null) found.set(id, irt.value)
  }
  return faults.length > 0 ? refuseTable(faults) : ok(found)
}

function readStimuli(text: string): Result<readonly PoolStimulus[], readonly TableFault[]> {
  const sheet = readSheet(text)
  if (!sheet.ok) return sheet
  const faults: TableFault[] = []
  const idsOf = idsIn(sheet.value, [...STIMULUS, 'ID'], faults)
  const attributes = attributesIn(sheet.value)
  return faults.length > 0 ? refuseTable(faults) : ok(idsOf.map((id, at) => ({ id, attributes: attributes(at) })))
}

/** Without a table of stimuli, those that the items name. */
function impliedStimuli(items: readonly PoolItem[]): PoolStimulus[] {
  const ids = new Set(items.flatMap(item => item.stimulusId ?? []))
  return [...ids].map(id => ({ id, attributes: {} }))
}

/** The ids of the rows; adds faults for those that are missing or stand twice. */
function idsIn(sheet: Sheet, names: readonly string[], faults: TableFault[]): readonly string[] {
  if (!sheet.keys.some(key => names.includes(key))) {
    faults.push(tableFault(sheet.head[0]?.line ?? 1, 1, `没有编号列（${names[0]}）`, `there is no column ${names[0]}`))
    return []
  }
  const seen = new Set<string>()
  return sheet.rows.map(row => {
    const cell = cellUnder(sheet, row, ...names)
    const id = cell?.text ?? ''
    if (isMissing(cell)) faults.push(tableFault(row.line, cell?.column ?? 1, '编号为空', 'the id is empty'))
    else if (seen.has(id)) faults.push(tableFault(row.line, cell?.column ?? 1, `编号“${id}”重复`, `the id "${id}" stands twice`))
    seen.add(id)
    return id
  })
}

function attributesIn(sheet: Sheet): (at: number) => Readonly<Record<string, AttributeValue>> {
  const columns = sheet.keys
    .filter(key => !PARAMETER_KEYS.has(key) && !key.startsWith('#'))
    .map(key => [key, columnValues(sheet, key)] as const)
  return at => Object.fromEntries(columns.map(([key, values]) => [key, values[at] ?? null]))
}

function inTable(table: PoolTable, faults: readonly TableFault[]): { readonly ok: false; readonly refusal: readonly PoolFault[] } {
  return { ok: false, refusal: faults.map(fault => ({ ...fault, table })) }
}
