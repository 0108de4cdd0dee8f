import { notice } from '../../../../../ui/components/page/notices.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { type Loose, draftHandle, textOf } from '../../../pages/editors/draft/loose.ts'
import { readPastedItem } from '../../../pages/editors/draft/pasted-item.ts'
import { isBlankProse, paragraphsOf } from '../../../pages/editors/draft/prose-draft.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { KeyFaults } from '../../../pages/editors/lists/row-extras.tsx'
import { StemField } from '../../../pages/editors/stem-field.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'

/** A statement and whether it is true. */
export function TrueFalseEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const { draft: given, onChange } = props
  const draft = draftHandle({ draft: { ...given, content: newest(given.content) }, onChange }, 2)
  const paste = (text: string): boolean => {
    const pasted = isBlankProse(draft.content['stem']) ? readPastedItem(text) : null
    if (pasted === null || pasted.verdict === null) return false
    const explanation = pasted.explanation === '' ? {} : { explanation: paragraphsOf(pasted.explanation) }
    draft.change({ content: { stem: paragraphsOf(pasted.stem) }, key: { verdict: pasted.verdict, ...explanation } })
    notice(words.choice.pasted)
    return true
  }
  return (
    <>
      <StemField draft={draft} editor={props} label={words.statement} onPasteText={paste} />
      <fieldset className="z-verdicts">
        <legend>{words.choice.verdict}</legend>
        {(['true', 'false'] as const).map(verdict => (
          <label key={verdict} className={textOf(draft.key['verdict']) === verdict ? 'z-verdict z-verdict-on' : 'z-verdict'}>
            <input
              type="radio"
              name={`${props.name}-verdict`}
              checked={textOf(draft.key['verdict']) === verdict}
              onChange={() => draft.change({ key: { verdict } })}
            />
            {words.choice[verdict]}
          </label>
        ))}
        <KeyFaults path="key.verdict" faults={props.faults} />
      </fieldset>
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}

/** Version 1 called the stem a statement. */
function newest(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('statement' in content) || 'stem' in content) return content
  const { statement, ...rest } = content as Loose
  return { ...rest, version: 2, stem: statement }
}
