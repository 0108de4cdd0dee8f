import { Button } from 'antd'
import { Link } from 'react-router'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import type { Column } from '../../../../../ui/components/table/table-column.ts'
import { WorkTable } from '../../../../../ui/components/table/work-table.tsx'
import { type Language, fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import type { EnteringAnswer, EnteringPlace } from './use-entering.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly tried: EnteringAnswer
  readonly entered: EnteringAnswer | null
  readonly place: EnteringPlace
  readonly busy: boolean
  readonly onEnter: () => void
}

/** What a workbook would bring: the verdict in one line, then faults, points that may not vanish, and differences. */
export function EnteringReport({ tried, entered, place, busy, onEnter }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { faults, vanishing } = tried
  const differences = differencesOf(tried)
  return (
    <>
      <Sheet>
        <div className="z-entering-verdict" aria-live="polite">
          <Verdict tried={tried} entered={entered} />
          {entered === null && isEnterable(tried) && (
            <Button type="primary" loading={busy} onClick={onEnter}>
              {fill(words.enter.keep, { n: tried.number })}
            </Button>
          )}
          {entered && place.part === 'theory' && (
            <Link to={`/items/specification/${place.editionId}/${place.level}`}>{words.report.open}</Link>
          )}
        </div>
      </Sheet>
      {faults.length > 0 && (
        <Sheet title={words.report.faultTitle}>
          <WorkTable
            name={words.report.faultTitle}
            rows={faults}
            columns={FAULTS[language]}
            keyOf={row => `${row.cell} ${row.zh}`}
            empty={null}
            prefix="f"
          />
        </Sheet>
      )}
      {vanishing.length > 0 && (
        <Sheet title={words.report.vanishingTitle} note={words.report.vanishingHow}>
          <WorkTable
            name={words.report.vanishingTitle}
            rows={vanishing}
            columns={VANISHING[language]}
            keyOf={row => row.code}
            empty={null}
            prefix="v"
          />
        </Sheet>
      )}
      {faults.length === 0 && differences.length > 0 && (
        <Sheet title={words.report.differenceTitle}>
          <WorkTable
            name={words.report.differenceTitle}
            rows={differences}
            columns={DIFFERENCES[language]}
            keyOf={row => `${row.kind} ${row.code}`}
            empty={null}
            prefix="d"
          />
        </Sheet>
      )}
    </>
  )
}

function isEnterable({ faults, vanishing, outcome }: EnteringAnswer): boolean {
  return faults.length === 0 && vanishing.length === 0 && outcome !== 'unchanged'
}

function Verdict({ tried, entered }: Pick<Props, 'tried' | 'entered'>) {
  const words = useWords(zh, en).report
  if (entered) return <StateWord tone="done">{fill(words.entered, { n: entered.points, number: entered.number })}</StateWord>
  const { faults, vanishing, outcome, points, number } = tried
  if (faults.length > 0) return <StateWord tone="failing">{fill(words.faults, { n: faults.length })}</StateWord>
  if (vanishing.length > 0) return <StateWord tone="failing">{fill(words.vanishing, { n: vanishing.length })}</StateWord>
  if (outcome === 'unchanged') return <StateWord tone="idle">{fill(words.unchanged, { n: number })}</StateWord>
  return <StateWord tone="done">{fill(words.sound, { n: points, number })}</StateWord>
}

type Difference = {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly code: string
  readonly name: string
  readonly fields: EnteringAnswer['changed'][number]['fields']
}

function differencesOf({ added, removed, changed }: EnteringAnswer): Difference[] {
  return [
    ...removed.map(point => ({ ...point, kind: 'removed' as const, fields: [] })),
    ...changed.map(point => ({ ...point, kind: 'changed' as const })),
    ...added.map(point => ({ ...point, kind: 'added' as const, fields: [] })),
  ]
}

const TONES = { added: 'done', removed: 'failing', changed: 'waiting' } as const

function faultColumns(language: Language): readonly Column<EnteringAnswer['faults'][number]>[] {
  const words = { zh, en }[language].report
  return [
    { key: 'cell', title: words.cell, text: row => row.cell, width: 160 },
    { key: 'reason', title: words.reason, text: row => row[language] },
  ]
}

function vanishingColumns(language: Language): readonly Column<EnteringAnswer['vanishing'][number]>[] {
  const words = { zh, en }[language].report
  return [
    { key: 'code', title: words.code, text: row => row.code, width: 160 },
    { key: 'name', title: words.name, text: row => row.name },
    { key: 'items', title: words.items, text: row => row.items, number: true, width: 120 },
  ]
}

function differenceColumns(language: Language): readonly Column<Difference>[] {
  const words = { zh, en }[language].report
  const fieldsOf = (row: Difference) => row.fields.map(field => words.fields[field]).join(language === 'zh' ? '、' : ', ')
  const kindOf = (row: Difference) => [words.kinds[row.kind], fieldsOf(row)].filter(Boolean).join(language === 'zh' ? '：' : ': ')
  return [
    { key: 'code', title: words.code, text: row => row.code, width: 160 },
    { key: 'name', title: words.name, text: row => row.name },
    {
      key: 'kind',
      title: words.kind,
      text: kindOf,
      show: row => <StateWord tone={TONES[row.kind]}>{kindOf(row)}</StateWord>,
      width: 220,
    },
  ]
}

const FAULTS = { zh: faultColumns('zh'), en: faultColumns('en') }
const VANISHING = { zh: vanishingColumns('zh'), en: vanishingColumns('en') }
const DIFFERENCES = { zh: differenceColumns('zh'), en: differenceColumns('en') }
