import { Button, Select } from 'antd'
import { useState } from 'react'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { FORMAT_IDS, FORMAT_NAMES, type FormatId } from '../../contract.ts'
import { LevelPicker, useChosenLevel } from '../level-picker.tsx'
import { noteColumns } from './note-columns.tsx'
import { useExport } from './use-export.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const columns = { zh: noteColumns('zh', true), en: noteColumns('en', true) }

/** The operational items of a level in a format: first what it would lose, then the file. */
export function ExportPart() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { chosen } = useChosenLevel()
  const [format, setFormat] = useState<FormatId>('qti-3')
  const { count, busy, refusal, told, report, download } = useExport(format, chosen)
  return (
    <div className="z-stack">
      <Sheet>
        <div className="z-exchange-export">
          <LevelPicker />
          <Select
            aria-label={words.export.format}
            value={format}
            options={FORMAT_IDS.map(id => ({ value: id, label: FORMAT_NAMES[id][language] }))}
            onChange={setFormat}
          />
          <span>{fill(words.export.items, { n: count })}</span>
          <div className="z-exchange-acts">
            <Button type="primary" loading={busy} disabled={count === 0} onClick={() => void report()}>
              {words.acts.report}
            </Button>
            <Button disabled={told === null} onClick={() => void download()}>
              {words.acts.download}
            </Button>
          </div>
        </div>
      </Sheet>
      {refusal && <RefusalNote refusal={refusal} />}
      {told === null ? (
        <EmptyState what={words.empty.export} how={words.export.most} />
      ) : (
        <>
          <Sheet>
            <Crossings crossings={told.crossings} />
          </Sheet>
          <Sheet title={words.sections.losses}>
            <WorkTable
              name={words.sections.losses}
              rows={told.losses}
              columns={columns[language]}
              keyOf={row => `${row.item} ${row.element} ${row.zh}`}
              empty={<EmptyState what={words.verdict.noLosses} how={words.export.proven} />}
            />
          </Sheet>
        </>
      )}
    </div>
  )
}

function Crossings({ crossings }: { readonly crossings: readonly { readonly state: 'identical' | 'changed' | 'absent' }[] }) {
  const words = useWords(zh, en).export
  const count = (state: string) => crossings.filter(one => one.state === state).length
  return (
    <p className="z-exchange-verdict">
      <StateWord tone="done">{`${words.identical} ${count('identical')}`}</StateWord>
      <StateWord tone="waiting">{`${words.changed} ${count('changed')}`}</StateWord>
      <StateWord tone="failing">{`${words.absent} ${count('absent')}`}</StateWord>
      <span>{words.proven}</span>
    </p>
  )
}
