import { knowsArea, theoryAreas } from '../../core/tables/areas.ts'
import type { ItemFileFault } from '../../core/files/item-file.ts'
import { type PointFacts, areaPathOf, parseItemFile, placeOfFile } from '../../core/files/parse-item-file.ts'
import type { ItemDraft } from '../../core/item.ts'
import { parseSpecification } from '../../core/specification/parse-specification.ts'
import type { Specification } from '../../core/specification/specification.ts'
import type { Finding, Severity } from '../../core/lint/finding.ts'
import { lintItem } from '../../core/lint/lint-item.ts'
import { type SetItem, duplicates, lintSet, unusedPoints } from '../../core/lint/lint-set.ts'

/** Item files with the names of the pictures beside them, and the specification tables they are read against. */
export type LintOrder = {
  readonly files: readonly { readonly file: string; readonly text: string; readonly pictures: readonly string[] }[]
  readonly specifications: readonly { readonly file: string; readonly text: string }[]
}
/** What the machine sees over files: faults that keep a file out, findings by file and item, and what there is of each kind. */
export type LintReport = {
  readonly faults: readonly ItemFileFault[]
  readonly findings: readonly (Finding & { readonly file: string; readonly item: string })[]
  readonly items: number
  readonly counts: Readonly<Record<'level' | 'type' | 'area' | 'point' | 'difficulty', readonly (readonly [name: string, items: number])[]>>
  readonly severities: Readonly<Record<Severity, number>>
}
type Told = LintReport['findings'][number]

/** Reads and lints files as they would be entered; nothing is kept. */
export function lintFiles({ files, specifications }: LintOrder): LintReport {
  const tables = specifications.map(({ file, text }) => ({ file, read: parseSpecification({ text, areasOf }) }))
  const sound = tables.flatMap(({ read }) => (read.ok ? [read.value] : []))
  const tableFaults = tables.flatMap(({ file, read }) =>
    read.ok ? [] : read.refusal.map(fault => ({ file, code: fault.place, zh: fault.zh, en: fault.en })),
  )
  const read = files.map(({ file, text, pictures }) => ({
    file,
    parsed: parseItemFile({
      file,
      text,
      knowsArea,
      optionId: (_code, letter) => letter.replaceAll('/', '_'),
      picture: name => (pictures.includes(name) ? '0'.repeat(64) : undefined),
      points: pointsFor(sound, text),
    }),
  }))
  const drafts = read.flatMap(({ file, parsed }) => (parsed.ok ? parsed.value.map(draft => ({ file, draft })) : []))
  const findings = [
    ...drafts.flatMap(({ file, draft }) => lintItem(draft).map(finding => told(file, draft.code, finding))),
    ...setFindings(drafts),
    ...levelFindings(drafts, sound),
  ]
  return {
    faults: [...tableFaults, ...read.flatMap(({ parsed }) => (parsed.ok ? [] : parsed.refusal)), ...repeated(drafts)],
    findings,
    items: drafts.length,
    counts: countsOf(drafts.map(({ draft }) => draft)),
    severities: severitiesOf(findings),
  }
}

function areasOf(place: { readonly editionId: string; readonly level: string }) {
  const areas = theoryAreas({ ...place, workType: null })
  return areas.ok ? areas.value : undefined
}

function pointsFor(tables: readonly Specification[], text: string): ReadonlyMap<string, PointFacts> | undefined {
  const place = placeOfFile(text)
  const table = tables.find(each => each.part === 'theory' && each.editionId === place?.editionId && each.level === place.level)
  return table && new Map(table.points.map(({ code, area, importance }) => [code, { areaPath: areaPathOf(area), importance }]))
}

type InFile = { readonly file: string; readonly draft: ItemDraft }

function told(file: string, item: string, finding: Finding): Told {
  return { ...finding, file, item }
}

/** By file and by writer: where right options stand and how long they are. */
function setFindings(drafts: readonly InFile[]): Told[] {
  const items = (of: readonly InFile[]): SetItem[] => of.map(({ draft }) => draft)
  const byFile = [...Map.groupBy(drafts, ({ file }) => file)]
  const byWriter = [...Map.groupBy(drafts, ({ draft }) => draft.writer)]
  return [
    ...byFile.flatMap(([file, of]) => lintSet(items(of)).map(finding => told(file, '', finding))),
    ...byWriter.flatMap(([writer, of]) => lintSet(items(of)).map(finding => told(writer, '', finding))),
  ]
}

/** By level: pairs much alike, and points without an item. */
function levelFindings(drafts: readonly InFile[], tables: readonly Specification[]): Told[] {
  const levels = [...Map.groupBy(drafts, ({ draft }) => `${draft.editionId}-${draft.level}`)]
  return levels.flatMap(([level, of]) => {
    const items = of.map(({ draft }) => draft)
    const table = tables.find(each => each.part === 'theory' && `${each.editionId}-${each.level}` === level)
    const unused =
      table === undefined
        ? []
        : unusedPoints(
            table.points.map(point => point.code),
            items,
          )
    return [...duplicates(items), ...unused].map(finding => told(level, '', finding))
  })
}

function repeated(drafts: readonly InFile[]): ItemFileFault[] {
  const byCode = [...Map.groupBy(drafts, ({ draft }) => draft.code)]
  return byCode.flatMap(([code, of]) => {
    const files = [...new Set(of.map(({ file }) => file))]
    const [file = ''] = files
    return files.length < 2
      ? []
      : [{ file, code, zh: `试题编号在${files.join('、')}中重复`, en: `the item id stands in ${files.join(', ')}` }]
  })
}

function countsOf(drafts: readonly ItemDraft[]): LintReport['counts'] {
  const by = (nameOf: (draft: ItemDraft) => readonly string[]) => {
    const names = drafts.flatMap(nameOf)
    const counts = [...Map.groupBy(names, name => name)].map(([name, all]) => [name, all.length] as const)
    return counts.toSorted(([a], [b]) => (a < b ? -1 : 1))
  }
  return {
    level: by(draft => [`${draft.editionId} ${draft.level}`]),
    type: by(draft => [draft.type]),
    area: by(draft => [`${draft.level} ${draft.area.join('／')}`]),
    point: by(draft => draft.points.map(point => `${draft.level} ${point}`)),
    difficulty: by(draft => [String(draft.difficulty)]),
  }
}

function severitiesOf(findings: readonly Finding[]): LintReport['severities'] {
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), note: count('note') }
}
