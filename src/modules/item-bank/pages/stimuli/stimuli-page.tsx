import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { instant } from '../../../../kernel/instant.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { type Language, fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { listStimuli } from '../../contract.ts'
import { LevelPicker, useChosenLevel } from '../level-picker.tsx'
import type { StudioParts } from '../studio/studio-parts.ts'
import { type NewestStimulus, newestStimuli } from './newest-stimuli.ts'
import { StimulusDrawer } from './stimulus-drawer.tsx'
import { StimulusPanel } from './stimulus-panel.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../item-bank.css'
import '../studio/studio.css'
import './stimuli.css'

/** Who looks, as the portal knows. */
type Props = { readonly parts: StudioParts; readonly writer: string; readonly mayWrite: boolean }

/** 共用材料 of a level: who wrote what, which items stand with it, and for writers the way to write one. */
export function StimuliPage({ parts, writer, mayWrite }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { chosen } = useChosenLevel()
  const place = { editionId: chosen.editionId, level: chosen.level }
  const read = useRead(listStimuli, { query: place })
  const rows = useMemo(() => read.data && newestStimuli(read.data.stimuli), [read.data])
  const [writing, setWriting] = useState<{ readonly stimulus: NewestStimulus | null } | null>(null)
  const panel = usePanel(parts, mayWrite ? stimulus => setWriting({ stimulus }) : null)
  const add = (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setWriting({ stimulus: null })}>
      {words.add}
    </Button>
  )
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        trail={<Link to={`/items?edition=${chosen.editionId}&level=${encodeURIComponent(chosen.key)}`}>{words.overview}</Link>}
        more={<LevelPicker />}
        action={mayWrite ? add : undefined}
      />
      {read.isError ? (
        <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
      ) : (
        <WorkTable
          name={words.title}
          rows={rows}
          columns={COLUMNS[language]}
          keyOf={row => row.stimulusId}
          searchHint={words.search}
          panel={panel}
          empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
        />
      )}
      {writing && (
        <StimulusDrawer
          place={place}
          stimulus={writing.stimulus}
          writer={writer}
          parts={parts}
          onKept={() => setWriting(null)}
          onClose={() => setWriting(null)}
        />
      )}
    </>
  )
}

/** What opens beside a row; writers go on from there to a new version. */
function usePanel(parts: StudioParts, onChange: ((stimulus: NewestStimulus) => void) | null): (stimulus: NewestStimulus) => RowPanel {
  const words = useWords(zh, en)
  return stimulus => ({
    title: stimulus.caption,
    state: <span className="z-note">{fill(words.version, { n: stimulus.number })}</span>,
    body: <StimulusPanel key={stimulus.stimulusVersionId} stimulus={stimulus} parts={parts} />,
    actions: onChange && <Button onClick={() => onChange(stimulus)}>{words.panel.edit}</Button>,
  })
}

function columnsIn(language: Language): readonly Column<NewestStimulus>[] {
  const words = language === 'zh' ? zh : en
  return [
    { key: 'caption', title: words.columns.caption, text: row => row.caption },
    { key: 'number', title: words.columns.number, text: row => fill(words.version, { n: row.number }), width: 100 },
    { key: 'items', title: words.columns.items, text: row => row.items, number: true, width: 120 },
    { key: 'writer', title: words.columns.writer, text: row => row.writer, width: 140 },
    { key: 'at', title: words.columns.at, text: row => showInstant(instant(row.enteredAt), language), width: 180 },
  ]
}

const COLUMNS = { zh: columnsIn('zh'), en: columnsIn('en') }
