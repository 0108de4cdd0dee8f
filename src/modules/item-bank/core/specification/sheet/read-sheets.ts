import type { Result } from '../../../../../kernel/result.ts'
import type { Cell, SheetTable } from '../../exchange/format.ts'
import type { AssessmentPoint, Specification } from '../specification.ts'
import { columnName } from '../../exchange/text/sheet-row.ts'
import { type CellFault, PointRow } from './cells.ts'
import { COLUMNS, type ColumnKey, FACTS, FACT_SHEET, INSTRUCTION_SHEET, PART_NAMES, POINT_SHEET, provenanceNamed } from './columns.ts'
import { type Above, pointOfRow } from './read-row.ts'

export type SpecificationPlace = Pick<Specification, 'editionId' | 'level' | 'part'>
export type WeightedPath = { readonly path: readonly string[]; readonly weight: number }
type Order = {
  readonly sheets: readonly SheetTable[]
  readonly place: SpecificationPlace
  /** Areas of the weight table; a practice table has none. */
  readonly areas: readonly WeightedPath[]
}
const MOST_ROWS = 5_000
const MOST_FAULTS = 500

/** Reads a workbook of a specification table; sound as a whole, or every fault with its cell. */
export function readSpecificationSheets({ sheets, place, areas }: Order): Result<Specification, readonly CellFault[]> {
  const sheet =
    sheets.find(one => one.name === POINT_SHEET) ?? sheets.find(one => one.name !== FACT_SHEET && one.name !== INSTRUCTION_SHEET)
  if (sheet === undefined) return faulty([{ cell: '', zh: '工作簿中没有“细目表”工作表', en: 'the workbook has no sheet of points' }])
  const [head = [], ...rows] = sheet.rows
  const places = placesOf(head)
  const missing = COLUMNS.filter(column => column.needed && !places.has(column.key))
  if (missing.length > 0) {
    const names = missing.map(column => column.heading).join('、')
    return faulty([
      {
        cell: `${sheet.name}!1`,
        zh: `第1行缺少列标题：${names}。请使用模板填写`,
        en: `row 1 lacks the headings ${names}; use the pattern`,
      },
    ])
  }
  if (rows.length > MOST_ROWS) return faulty([{ cell: sheet.name, zh: `超过${MOST_ROWS}行`, en: `more than ${MOST_ROWS} rows` }])
  const read = readRows(rows, places, sheet.name)
  const facts = factsOf(sheets)
  const faults = [
    ...strangers(head, sheet.name),
    ...factFaults(facts, place),
    ...read.faults,
    ...areaFaults(read, areas, place, sheet.name),
  ]
  if (read.points.size === 0 && faults.length === 0) faults.push({ cell: sheet.name, zh: '没有填写鉴定点', en: 'no point is written' })
  if (faults.length > 0) return faulty(faults.slice(0, MOST_FAULTS))
  const text = (key: keyof typeof FACTS) => facts.get(FACTS[key]) ?? ''
  const about = { provenance: provenanceNamed(text('provenance')) || 'public', note: text('note'), textbook: text('textbook') }
  return { ok: true, value: { ...place, ...about, points: [...read.points.values()] } }
}

function faulty(refusal: readonly CellFault[]): { readonly ok: false; readonly refusal: readonly CellFault[] } {
  return { ok: false, refusal }
}

const headingOf = (cell: Cell) => String(cell ?? '').replaceAll(/[\s*＊]/g, '')

function placesOf(head: readonly Cell[]): Map<ColumnKey, number> {
  const names = head.map(headingOf)
  return new Map(COLUMNS.flatMap(({ key, heading }) => (names.includes(heading) ? [[key, names.indexOf(heading)] as const] : [])))
}

/** A column that nobody knows may be a heading written wrong: it is told, not skipped in silence. */
function strangers(head: readonly Cell[], sheet: string): CellFault[] {
  const known = new Set<string>(COLUMNS.map(column => column.heading))
  return head.flatMap((cell, at): CellFault[] => {
    const name = headingOf(cell)
    if (name === '' || known.has(name)) return []
    return [{ cell: `${sheet}!${columnName(at)}1`, zh: `不认识的列“${name.slice(0, 20)}”`, en: `unknown column “${name.slice(0, 20)}”` }]
  })
}

type ReadRows = { readonly points: ReadonlyMap<number, AssessmentPoint>; readonly faults: readonly CellFault[]; readonly areaAt: string }

/** Points by the number of their row. */
function readRows(rows: readonly (readonly Cell[])[], places: ReadonlyMap<ColumnKey, number>, sheet: string): ReadRows {
  const above: Above = { ranges: new Map(), points: new Map(), last: null }
  const points = new Map<number, AssessmentPoint>()
  const faults: CellFault[] = []
  rows.forEach((cells, at) => {
    const row = new PointRow({ number: at + 2, cells, places })
    if (row.isEmpty()) return
    const point = pointOfRow(row, above)
    if (point !== null) points.set(row.number, point)
    faults.push(...row.faults.map(fault => ({ ...fault, cell: `${sheet}!${fault.cell}` })))
  })
  return { points, faults, areaAt: columnName(places.get('area') ?? 0) }
}

/** Every area named is in the weight table, and every area with marks has a point. */
function areaFaults(
  { points, faults, areaAt }: ReadRows,
  areas: readonly WeightedPath[],
  { part }: SpecificationPlace,
  sheet: string,
): CellFault[] {
  if (part === 'practice') return []
  const known = new Set(areas.map(area => area.path.join('/')))
  const named = [...points].map(([row, point]) => ({ row, path: point.area.join('/') }))
  const unknown = named
    .filter(({ path }) => !known.has(path))
    .map(({ row, path }) => ({
      cell: `${sheet}!${areaAt}${row}`,
      zh: `知识范围：“${path}”不在比重表中`,
      en: `the area “${path}” is not in the weight table`,
    }))
  // an unsound row may be the one that covers an area: what is bare is told once all rows can be read
  if (faults.length + unknown.length > 0) return unknown
  const covered = new Set(named.map(({ path }) => path))
  return areas
    .filter(area => area.weight > 0 && !covered.has(area.path.join('/')))
    .map(({ path }) => ({
      cell: sheet,
      zh: `比重表中的知识范围“${path.join('/')}”没有鉴定点`,
      en: `the area “${path.join('/')}” has no point`,
    }))
}

/** Names and values of the sheet of facts, with their cells' limits. */
function factsOf(sheets: readonly SheetTable[]): ReadonlyMap<string, string> {
  const rows = sheets.find(sheet => sheet.name === FACT_SHEET)?.rows ?? []
  return new Map(rows.map(([name, value]) => [headingOf(name ?? null), String(value ?? '').trim()]))
}

const MOST_FACT = { provenance: 40, note: 500, textbook: 200 } as const

/** A workbook made for another place is not entered here by mistake; texts keep their limits. */
function factFaults(facts: ReadonlyMap<string, string>, { editionId, level, part }: SpecificationPlace): CellFault[] {
  const stated = [
    ['edition', editionId],
    ['level', level],
    ['part', PART_NAMES[part]],
  ] as const
  const rowOf = (key: keyof typeof FACTS) => `${FACT_SHEET}!B${[...facts.keys()].indexOf(FACTS[key]) + 1}`
  const wrong = stated.flatMap(([key, expected]): CellFault[] => {
    const value = facts.get(FACTS[key]) ?? ''
    if (value === '' || value === expected) return []
    const told = value.slice(0, 40)
    return [
      { cell: rowOf(key), zh: `${FACTS[key]}是“${told}”，页面上选的是“${expected}”`, en: `it says “${told}”, chosen was “${expected}”` },
    ]
  })
  const long = (Object.keys(MOST_FACT) as (keyof typeof MOST_FACT)[])
    .filter(key => (facts.get(FACTS[key]) ?? '').length > MOST_FACT[key])
    .map(key => ({ cell: rowOf(key), zh: `${FACTS[key]}超过${MOST_FACT[key]}个字符`, en: `longer than ${MOST_FACT[key]} characters` }))
  return [...wrong, ...long]
}
