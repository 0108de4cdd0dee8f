import { Button, Select } from 'antd'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { FileChoice } from '../../shared/file-choice.tsx'
import { FactField } from '../../studio/facts/fact-field.tsx'
import { EnteringReport } from './entering-report.tsx'
import { useEntering } from './use-entering.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A place, a workbook, a trial, and then the table. */
export function EnteringPart() {
  const words = useWords(zh, en).enter
  const going = useEntering()
  const { file, tried, entered, busy, refused } = going
  const what = { try: words.refusedTry, enter: words.refused, file: words.refusedFile }
  return (
    <>
      <Sheet title={words.title} note={words.how}>
        <div className="z-entering">
          <Workbook going={going} />
          <Place going={going} />
        </div>
        <div className="z-entering-acts">
          <Button
            type={tried === null ? 'primary' : 'default'}
            disabled={file === null}
            loading={busy && tried === null}
            onClick={() => void going.tryIt()}
          >
            {tried === null ? words.try : words.again}
          </Button>
        </div>
      </Sheet>
      {refused && <RefusalNote refusal={refused.told} what={what[refused.at]} />}
      {tried && <EnteringReport tried={tried} entered={entered} place={going.place} busy={busy} onEnter={() => void going.enter()} />}
    </>
  )
}

type Props = { readonly going: ReturnType<typeof useEntering> }

function Workbook({ going: { file, take, pattern, present } }: Props) {
  const words = useWords(zh, en).enter
  return (
    <FileChoice file={file} accept=".xlsx" words={words} onTake={take}>
      <div className="z-entering-books">
        <button type="button" className="z-link" onClick={() => void pattern()}>
          {words.pattern}
        </button>
        <button type="button" className="z-link" onClick={() => void present()}>
          {words.present}
        </button>
      </div>
    </FileChoice>
  )
}

function Place({ going: { place, editions, levels, choose } }: Props) {
  const words = useWords(zh, en)
  const { enter, parts } = words
  return (
    <div className="z-stack">
      <FactField label={enter.edition} path="edition" faults={[]}>
        <Select
          aria-label={enter.edition}
          value={place.editionId}
          options={editions.map(each => ({ value: each.editionId, label: each.title }))}
          onChange={editionId => choose({ editionId })}
        />
      </FactField>
      <FactField label={enter.level} path="level" faults={[]}>
        <Select
          aria-label={enter.level}
          value={place.level}
          options={levels.map(each => ({ value: each.level, label: each.name }))}
          onChange={level => choose({ level })}
        />
      </FactField>
      <FactField label={enter.part} path="part" faults={[]}>
        <Select
          aria-label={enter.part}
          value={place.part}
          options={(['theory', 'practice'] as const).map(value => ({ value, label: parts[value] }))}
          onChange={part => choose({ part })}
        />
      </FactField>
    </div>
  )
}
