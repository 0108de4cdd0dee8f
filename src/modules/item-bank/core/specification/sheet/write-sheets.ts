import type { Cell, SheetTable } from '../../exchange/format.ts'
import type { AssessmentPoint, Specification } from '../specification.ts'
import { COLUMNS, type ColumnKey, FACTS, FACT_SHEET, INSTRUCTION_SHEET, PART_NAMES, POINT_SHEET, provenanceName } from './columns.ts'
import type { SpecificationPlace, WeightedPath } from './read-sheets.ts'

const HEAD = COLUMNS.map(column => column.heading)

/** A table in the form that is read; read again it is the same table. */
export function writeSpecificationSheets(table: Specification): readonly SheetTable[] {
  return [
    { name: POINT_SHEET, rows: [HEAD, ...table.points.map(rowOf)] },
    { name: FACT_SHEET, rows: factRows(table) },
    instructionSheet([]),
  ]
}

/** The empty pattern of a place, with the areas of its weight table beside the instructions. */
export function specificationPattern(place: SpecificationPlace, areas: readonly WeightedPath[]): readonly SheetTable[] {
  const facts = { ...place, provenance: '', note: '', textbook: '' }
  return [{ name: POINT_SHEET, rows: [HEAD] }, { name: FACT_SHEET, rows: factRows(facts) }, instructionSheet(areas)]
}

function rowOf({ code, name, importance, page, ranges, area }: AssessmentPoint): readonly Cell[] {
  const [great, middle, small] = ranges
  const cells: Readonly<Record<ColumnKey, Cell>> = {
    greatCode: great?.code ?? null,
    greatName: great?.name ?? null,
    middleCode: middle?.code ?? null,
    middleName: middle?.name ?? null,
    area: area.join(' / '),
    smallCode: small?.code ?? null,
    smallName: small?.name ?? null,
    pointCode: code.slice(code.lastIndexOf('-') + 1),
    pointName: name,
    importance,
    page,
  }
  return COLUMNS.map(column => cells[column.key])
}

function factRows({ editionId, level, part, provenance, note, textbook }: Omit<Specification, 'points'>): readonly (readonly Cell[])[] {
  return [
    ['项目', '内容'],
    [FACTS.edition, editionId],
    [FACTS.level, level],
    [FACTS.part, PART_NAMES[part]],
    [FACTS.provenance, provenanceName(provenance) || null],
    [FACTS.note, note || null],
    [FACTS.textbook, textbook || null],
  ]
}

function instructionSheet(areas: readonly WeightedPath[]): SheetTable {
  const lines: readonly (readonly Cell[])[] = [
    ['列', '怎样填写'],
    ['大、中、小范围', '代码为一至两个大写字母；与上一行相同时可以不填'],
    ['知识范围', '比重表中的路径，各层以“/”分隔；同一中范围只属于一个知识范围'],
    ['鉴定点代码', '三位数字，如001；请设为文本格式'],
    ['重要程度', 'X（核心）、Y（一般）或Z（辅助）'],
    ['教材页码', '正整数；未核对时不填'],
    ['基本信息', '标准版本、职业等级、科目须与上传时所选一致；来源性质、说明、教材可修改'],
    ['已有试题的鉴定点', '不能从新表中去掉；要去掉时，请先把试题改归其他鉴定点'],
  ]
  const rows = areas.map(({ path, weight }): readonly Cell[] => [path.join(' / '), `比重${weight}%`])
  return { name: INSTRUCTION_SHEET, rows: rows.length === 0 ? lines : [...lines, ['知识范围（比重表）', ''], ...rows] }
}
