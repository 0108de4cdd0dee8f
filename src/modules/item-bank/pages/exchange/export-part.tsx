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

/** The operational items of a level in a format: first what it would lose, then the files. */
export function ExportPart() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { chosen } = useChosenLevel()
  const [format, setFormat] = useState<FormatId>('qti-3')
  const going = useExport(format, chosen)
  const { items, parts, stopped, told } = going
  const count = items.data?.length ?? 0
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
          <span>{items.isPending ? words.export.counting : fill(words.export.items, { n: count, files: parts.length })}</span>
          {parts.length > 1 && <PartChoice going={going} />}
          <Acts going={going} />
        </div>
      </Sheet>
      {items.isError && <RefusalNote refusal={items.error.told} onRetry={() => void items.refetch()} />}
      {stopped && <RefusalNote refusal={stopped.told} what={fill(words.export.stopped, { n: stopped.number })} />}
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

type GoingProps = { readonly going: ReturnType<typeof useExport> }

/** All files, or one of them by its first and last item. */
function PartChoice({ going: { parts, part, choose, doing } }: GoingProps) {
  const words = useWords(zh, en).export
  const each = parts.map((one, at) => ({ value: at + 1, label: fill(words.part, { n: at + 1, ...one }) }))
  return (
    <Select
      aria-label={words.parts}
      value={part > parts.length ? 0 : part}
      disabled={doing !== null}
      options={[{ value: 0, label: fill(words.allParts, { n: parts.length }) }, ...each]}
      popupMatchSelectWidth={false}
      onChange={choose}
    />
  )
}

function Acts({ going: { items, parts, doing, told, report, download } }: GoingProps) {
  const words = useWords(zh, en)
  const isEmpty = (items.data ?? []).length === 0
  return (
    <div className="z-exchange-acts">
      {doing !== null && parts.length > 1 && <span role="status">{fill(words.export.doing, { n: doing.number, all: parts.length })}</span>}
      <Button type="primary" loading={doing?.what === 'report'} disabled={isEmpty || doing !== null} onClick={() => void report()}>
        {words.acts.report}
      </Button>
      <Button loading={doing?.what === 'download'} disabled={told === null || doing !== null} onClick={() => void download()}>
        {words.acts.download}
      </Button>
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
