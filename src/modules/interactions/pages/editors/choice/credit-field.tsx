import { useWords } from '../../../../../ui/words.ts'
import { type DraftHandle, oneOf } from '../draft/loose.ts'
import type { EditorProps } from '../editor-props.ts'
import { ListField, NumberField } from '../fields/small-fields.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

type Credit = Exclude<keyof typeof zh.credit, 'label' | 'wrongCost'>

/** How a response that is partly right is credited; the first of the choices is the usual one. */
export function CreditField({
  draft,
  editor,
  choices,
}: {
  readonly draft: DraftHandle
  readonly editor: EditorProps
  readonly choices: readonly [Credit, ...Credit[]]
}) {
  const words = useWords(zh, en).credit
  const credit = oneOf(draft.rubric['credit'], choices)
  return (
    <div className="z-entry-line">
      <ListField
        label={words.label}
        path="rubric.credit"
        faults={editor.faults}
        value={credit}
        choices={choices.map(value => ({ value, label: words[value] }))}
        onChange={value => draft.change({ rubric: { credit: value } })}
      />
      {credit === 'right-minus-wrong' && (
        <NumberField
          label={words.wrongCost}
          path="rubric.wrongCost"
          faults={editor.faults}
          value={draft.rubric['wrongCost'] ?? 100}
          least={1}
          most={1000}
          onChange={wrongCost => draft.change({ rubric: { wrongCost } })}
        />
      )}
    </div>
  )
}
