import { useWords } from '../../../../../ui/words.ts'
import { draftHandle, looseOf } from '../draft/loose.ts'
import type { EditorProps } from '../editor-props.ts'
import { ExplanationField } from '../explanation-field.tsx'
import { NumberField } from '../fields/small-fields.tsx'
import { StemField } from '../stem-field.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { CriteriaEditor } from './criteria-editor.tsx'

const MOST_WORDS = 3000

/** A text that a person marks: how long it may be, and by what it is marked. */
export function WrittenResponseEditor({ editor }: { readonly editor: EditorProps }) {
  const words = useWords(zh, en)
  const draft = draftHandle(editor)
  const limits = looseOf(draft.content['words'])
  const limit = (patch: object) => draft.change({ content: { words: { least: null, ...limits, ...patch } } })
  return (
    <>
      <StemField draft={draft} editor={editor} />
      <div className="z-entry-line">
        <NumberField
          label={words.words.least}
          note={words.optional}
          path="content.words.least"
          faults={editor.faults}
          value={limits['least']}
          least={1}
          most={MOST_WORDS}
          onChange={least => limit({ least })}
        />
        <NumberField
          label={words.words.most}
          path="content.words.most"
          faults={editor.faults}
          value={limits['most']}
          least={1}
          most={MOST_WORDS}
          onChange={most => limit({ most })}
        />
        <p className="z-note z-entry-aside">{words.words.note}</p>
      </div>
      <CriteriaEditor draft={draft} editor={editor} />
      <ExplanationField draft={draft} editor={editor} />
    </>
  )
}
