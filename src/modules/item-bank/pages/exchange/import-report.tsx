import { Button } from 'antd'
import { hundredths } from '../../../../kernel/marks.ts'
import { INTERACTION_NAMES } from '../../../interactions/contract.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { showMarks } from '../../../../ui/format.ts'
import { type Language, fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { FORMAT_NAMES } from '../../contract.ts'
import { noteColumns } from './note-columns.tsx'
import type { ImportAnswer } from './use-import.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly tried: ImportAnswer
  readonly entered: ImportAnswer | null
  readonly busy: boolean
  readonly onEnter: (soundOnly: boolean) => void
}

/** What a file would bring: the verdict in one line, then items, faults and losses. */
export function ImportReport({ tried, entered, busy, onEnter }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { items, faults, losses } = tried
  const facts = {
    format: FORMAT_NAMES[tried.format][language],
    n: items.length,
    f: faults.length,
    l: losses.length,
    s: tried.stimuli,
    p: tried.pictures,
  }
  return (
    <>
      <Sheet>
        <p className="z-exchange-verdict" aria-live="polite">
          <StateWord tone={entered !== null || faults.length === 0 ? 'done' : 'failing'}>
            {entered === null
              ? fill(faults.length === 0 ? words.verdict.sound : words.verdict.faults, facts)
              : fill(words.verdict.entered, { n: entered.entered })}
          </StateWord>
          {items.length + losses.length > 0 && (
            <span>{losses.length === 0 ? words.verdict.noLosses : fill(words.verdict.losses, facts)}</span>
          )}
          {tried.stimuli + tried.pictures > 0 && <span>{fill(words.verdict.attached, facts)}</span>}
        </p>
        {entered === null && items.length > 0 && (
          <Button type={faults.length === 0 ? 'primary' : 'default'} loading={busy} onClick={() => onEnter(faults.length > 0)}>
            {fill(faults.length === 0 ? words.acts.enter : words.acts.soundOnly, facts)}
          </Button>
        )}
      </Sheet>
      {faults.length > 0 && (
        <Sheet title={words.sections.faults}>
          <WorkTable name={words.sections.faults} rows={faults} columns={noteColumns(language)} keyOf={noteKey} empty={null} prefix="f" />
        </Sheet>
      )}
      {losses.length > 0 && (
        <Sheet title={words.sections.losses}>
          <WorkTable name={words.sections.losses} rows={losses} columns={lossColumns[language]} keyOf={noteKey} empty={null} prefix="l" />
        </Sheet>
      )}
      <Sheet title={words.sections.items}>
        <WorkTable
          name={words.sections.items}
          rows={items}
          columns={itemColumns[language]}
          keyOf={row => row.code}
          empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
          prefix="i"
        />
      </Sheet>
    </>
  )
}

const noteKey = (note: { readonly item: string; readonly element: string; readonly zh: string }) =>
  `${note.item} ${note.element} ${note.zh}`
const lossColumns = { zh: noteColumns('zh', true), en: noteColumns('en', true) }
const itemColumns = { zh: columnsIn('zh'), en: columnsIn('en') }

type Row = ImportAnswer['items'][number]

function columnsIn(language: Language): readonly Column<Row>[] {
  const words = (language === 'zh' ? zh : en).columns
  return [
    { key: 'code', title: words.code, text: row => row.code, width: 140 },
    { key: 'from', title: words.from, text: row => row.from, width: 140 },
    { key: 'type', title: words.type, text: row => INTERACTION_NAMES[row.type][language], width: 110 },
    { key: 'marks', title: words.marks, text: row => showMarks(hundredths(row.marks), language), number: true, width: 80 },
    { key: 'area', title: words.area, text: row => row.area.join('／'), width: 200 },
    { key: 'beginning', title: words.beginning, text: row => row.beginning },
  ]
}
