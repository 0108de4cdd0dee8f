import { Button, Form, Input, InputNumber, Select } from 'antd'
import { fetchFile } from '../../../../ui/client.ts'
import { save } from '../../../../ui/components/table/table-export.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { FORMAT_IDS, FORMAT_NAMES, type FormatId, LICENCES, showWorkbookPattern, theoryAreas } from '../../contract.ts'
import { LevelPicker, useChosenLevel } from '../level-picker.tsx'
import { FileChoice } from '../shared/file-choice.tsx'
import { ImportReport } from './import-report.tsx'
import { type ImportChoice, useImport } from './use-import.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A file, the defaults for what it does not say, a trial, and then the import. */
export function ImportPart() {
  const words = useWords(zh, en)
  const { chosen } = useChosenLevel()
  const going = useImport({ editionId: chosen.editionId, level: chosen.level })
  const { file, tried, entered, busy, refusal } = going
  return (
    <div className="z-stack">
      <Sheet>
        <div className="z-exchange-form">
          <ItemFile file={file} onTake={going.take} />
          <Defaults choice={going.choice} onChoose={going.choose} />
        </div>
        <div className="z-exchange-acts">
          <Button
            type="primary"
            disabled={file === null || going.choice.area === ''}
            loading={busy && tried === null}
            onClick={() => void going.tryIt()}
          >
            {tried === null ? words.acts.try : words.acts.again}
          </Button>
        </div>
      </Sheet>
      {refusal && <RefusalNote refusal={refusal} />}
      {tried === null ? (
        <EmptyState what={words.empty.what} how={words.empty.how} />
      ) : (
        <ImportReport tried={tried} entered={entered} busy={busy} onEnter={soundOnly => void going.enter(soundOnly)} />
      )}
    </div>
  )
}

function ItemFile({ file, onTake }: { readonly file: File | null; readonly onTake: (file: File | null) => void }) {
  const words = useWords(zh, en).file
  const pattern = async () => {
    const reply = await fetchFile(showWorkbookPattern, {})
    if (reply.ok) save(reply.value.name, reply.value.blob)
  }
  return (
    <FileChoice file={file} words={words} onTake={onTake}>
      <Button type="link" className="z-drop-pattern" onClick={() => void pattern()}>
        {words.pattern}
      </Button>
    </FileChoice>
  )
}

type DefaultsProps = { readonly choice: ImportChoice; readonly onChoose: (change: Partial<ImportChoice>) => void }

function Defaults({ choice, onChoose }: DefaultsProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { chosen } = useChosenLevel()
  const areas = theoryAreas({ editionId: chosen.editionId, level: chosen.level, workType: chosen.workType })
  const paths = areas.ok ? areas.value.map(area => area.path.join('/')) : []
  const formats = [
    { value: '' as FormatId | '', label: words.fields.auto },
    ...FORMAT_IDS.map(id => ({ value: id as FormatId | '', label: FORMAT_NAMES[id][language] })),
  ]
  return (
    <Form layout="vertical" className="z-exchange-defaults" component="div">
      <Form.Item label={words.fields.format}>
        <Select aria-label={words.fields.format} value={choice.format} options={formats} onChange={format => onChoose({ format })} />
      </Form.Item>
      <Form.Item label={words.fields.place}>
        <LevelPicker />
      </Form.Item>
      <Form.Item label={words.fields.area} required>
        <Select
          aria-label={words.fields.area}
          showSearch
          {...(choice.area === '' ? {} : { value: choice.area })}
          options={paths.map(path => ({ value: path, label: path.replaceAll('/', '／') }))}
          onChange={area => onChoose({ area })}
        />
      </Form.Item>
      <Form.Item label={words.fields.difficulty}>
        <InputNumber
          aria-label={words.fields.difficulty}
          min={1}
          max={5}
          precision={0}
          value={choice.difficulty}
          onChange={difficulty => onChoose({ difficulty: difficulty ?? 3 })}
        />
      </Form.Item>
      <Form.Item label={words.fields.licence}>
        <Select
          aria-label={words.fields.licence}
          value={choice.licence}
          options={LICENCES.map(licence => ({ value: licence, label: words.licences[licence] }))}
          onChange={licence => onChoose({ licence })}
        />
      </Form.Item>
      <Form.Item label={words.fields.holder}>
        <Input
          aria-label={words.fields.holder}
          maxLength={100}
          value={choice.holder}
          onChange={event => onChoose({ holder: event.target.value })}
        />
      </Form.Item>
    </Form>
  )
}
