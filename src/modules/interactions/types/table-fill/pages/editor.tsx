import { useWords } from '../../../../../ui/words.ts'
import { CreditField } from '../../../pages/editors/choice/credit-field.tsx'
import { freshWrittenGap, nextGapId, settledGaps } from '../../../pages/editors/draft/gap-draft.ts'
import { type Loose, draftHandle, looseOf } from '../../../pages/editors/draft/loose.ts'
import { gridOf } from '../../../pages/editors/draft/prose-draft.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { FieldGroup } from '../../../pages/editors/fields/field.tsx'
import { rowTexts, withGapInTable, withoutGapInTable } from '../../../pages/editors/gaps/gap-texts.ts'
import { WrittenGapsField } from '../../../pages/editors/gaps/written-gaps-field.tsx'
import { GridEditor } from '../../../pages/editors/grid/grid-editor.tsx'
import { StemField } from '../../../pages/editors/stem-field.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'

/** A document as a table, with gaps in its cells. */
export function TableFillEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const draft = draftHandle(props)
  const table = looseOf(draft.content['table'])
  const texts = rowTexts(table)
  const write = (next: Loose) => {
    const lists = { gaps: draft.content['gaps'], keyGaps: draft.key['gaps'] }
    const { gaps, keyGaps } = settledGaps(rowTexts(next), lists, id => freshWrittenGap(id))
    draft.change({ content: { table: next, gaps }, key: { gaps: keyGaps } })
  }
  return (
    <>
      <StemField draft={draft} editor={props} />
      <FieldGroup title={words.prose.table} path="content.table" faults={props.faults}>
        <GridEditor
          grid={gridOf(table)}
          gapId={() => nextGapId(texts, draft.content['gaps'])}
          onChange={grid => write({ ...table, ...grid })}
        />
      </FieldGroup>
      <WrittenGapsField
        draft={draft}
        editor={props}
        texts={texts}
        none={words.gaps.noneTable}
        onPutBack={id => write(withGapInTable(table, id))}
        onTakeOut={id => ({ table: withoutGapInTable(table, id) })}
      />
      <CreditField draft={draft} editor={props} choices={['per-gap', 'all-or-nothing']} />
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}
