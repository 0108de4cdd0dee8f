import { useWords } from '../../../../../ui/words.ts'
import { CriteriaEditor } from '../../../pages/editors/criteria/criteria-editor.tsx'
import { type DraftHandle, draftHandle, listOf, textOf, wholeOf } from '../../../pages/editors/draft/loose.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { FieldGroup } from '../../../pages/editors/fields/field.tsx'
import { LinesField, NumberField, TickField } from '../../../pages/editors/fields/small-fields.tsx'
import { StemField } from '../../../pages/editors/stem-field.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const KINDS = {
  pdf: 'application/pdf',
  word: `${OFFICE}.wordprocessingml.document`,
  sheet: `${OFFICE}.spreadsheetml.sheet`,
  slides: `${OFFICE}.presentationml.presentation`,
  jpeg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv',
  zip: 'application/zip',
} as const
type Kind = keyof typeof KINDS
const KNOWN: readonly string[] = Object.values(KINDS)
const MEGABYTE = 1024 * 1024

/** Files that a person marks: which are taken, how large, how many. */
export function FileAnswerEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const draft = draftHandle(props)
  const bytes = wholeOf(draft.content['mostBytes'])
  return (
    <>
      <StemField draft={draft} editor={props} />
      <AcceptField draft={draft} editor={props} />
      <div className="z-entry-line">
        <NumberField
          label={words.files.mostBytes}
          path="content.mostBytes"
          faults={props.faults}
          value={bytes === null ? null : Math.round((bytes / MEGABYTE) * 100)}
          least={1}
          most={2000}
          scale={100}
          onChange={size => draft.change({ content: { mostBytes: size === null ? null : Math.round((size / 100) * MEGABYTE) } })}
        />
        <NumberField
          label={words.files.mostFiles}
          path="content.mostFiles"
          faults={props.faults}
          value={draft.content['mostFiles'] ?? 1}
          least={1}
          most={10}
          onChange={mostFiles => draft.change({ content: { mostFiles } })}
        />
      </div>
      <CriteriaEditor draft={draft} editor={props} />
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}

function AcceptField({ draft, editor }: { readonly draft: DraftHandle; readonly editor: EditorProps }) {
  const words = useWords(zh, en).files
  const accept = listOf(draft.content['accept']).map(textOf)
  const write = (types: readonly string[]) => draft.change({ content: { accept: types } })
  const turn = (kind: Kind, isOn: boolean) => write(isOn ? [...accept, KINDS[kind]] : accept.filter(type => type !== KINDS[kind]))
  return (
    <FieldGroup title={words.accept} path="content.accept" faults={editor.faults}>
      <div className="z-entry-ticks">
        {(Object.keys(KINDS) as Kind[]).map(kind => (
          <TickField key={kind} label={words.kinds[kind]} value={accept.includes(KINDS[kind])} onChange={isOn => turn(kind, isOn)} />
        ))}
      </div>
      <LinesField
        label={words.other}
        path="content.accept.other"
        faults={editor.faults}
        value={accept.filter(type => !KNOWN.includes(type))}
        onChange={other => write([...accept.filter(type => KNOWN.includes(type)), ...other])}
      />
    </FieldGroup>
  )
}
