import { useWords } from '../../../../../ui/words.ts'
import { CreditField } from '../../../pages/editors/choice/credit-field.tsx'
import { freshWrittenGap, nextGapId, settledGaps } from '../../../pages/editors/draft/gap-draft.ts'
import { draftHandle } from '../../../pages/editors/draft/loose.ts'
import { gapTextsOf } from '../../../pages/editors/draft/prose-draft.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { withGapAtEnd, withoutGap } from '../../../pages/editors/gaps/gap-texts.ts'
import { WrittenGapsField } from '../../../pages/editors/gaps/written-gaps-field.tsx'
import { ProseEditor } from '../../../pages/editors/prose/prose-editor.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'

/** A text with gaps, and what is right in each. */
export function BlankEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const draft = draftHandle(props)
  const texts = gapTextsOf(draft.content['stem'])
  const write = (stem: unknown) => {
    const lists = { gaps: draft.content['gaps'], keyGaps: draft.key['gaps'] }
    const { gaps, keyGaps } = settledGaps(gapTextsOf(stem), lists, id => freshWrittenGap(id))
    draft.change({ content: { stem, gaps }, key: { gaps: keyGaps } })
  }
  return (
    <>
      <ProseEditor
        label={words.stem}
        path="content.stem"
        value={draft.content['stem']}
        faults={props.faults}
        mediaUrl={props.mediaUrl}
        addPicture={props.addPicture}
        gapId={() => nextGapId(texts, draft.content['gaps'])}
        onChange={write}
      />
      <WrittenGapsField
        draft={draft}
        editor={props}
        texts={texts}
        none={words.gaps.none}
        onPutBack={id => write(withGapAtEnd(draft.content['stem'], id))}
        onTakeOut={id => ({ stem: withoutGap(draft.content['stem'], id) })}
      />
      <CreditField draft={draft} editor={props} choices={['per-gap', 'all-or-nothing']} />
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}
