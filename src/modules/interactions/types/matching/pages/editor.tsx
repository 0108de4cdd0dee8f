import { useRef } from 'react'
import { fill, useWords } from '../../../../../ui/words.ts'
import { letterOf } from '../../../pages/option-list.tsx'
import { CreditField } from '../../../pages/editors/choice/credit-field.tsx'
import { type DraftHandle, type Loose, draftHandle, idOf, rowsOf, textOf } from '../../../pages/editors/draft/loose.ts'
import { readPastedCells } from '../../../pages/editors/draft/pasted-item.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { FieldGroup } from '../../../pages/editors/fields/field.tsx'
import { TickField } from '../../../pages/editors/fields/small-fields.tsx'
import { KeyFaults } from '../../../pages/editors/lists/row-extras.tsx'
import { RowList } from '../../../pages/editors/lists/row-list.tsx'
import { StemField } from '../../../pages/editors/stem-field.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'
import { partnerOf, standingPairs, withPartner, withPastedPairs } from './matching-draft.ts'

const MOST = 12

/** Two columns; every entry on the left has its partner on the right. */
export function MatchingEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const draft = draftHandle(props)
  return (
    <>
      <StemField draft={draft} editor={props} />
      <div className="z-two-columns">
        <LeftColumn draft={draft} editor={props} />
        <RightColumn draft={draft} editor={props} />
      </div>
      <KeyFaults path="key.pairs" faults={props.faults} />
      <TickField
        label={words.matching.reuse}
        value={draft.content['reuse'] === true}
        onChange={reuse => draft.change({ content: { reuse } })}
      />
      <CreditField draft={draft} editor={props} choices={['per-pair', 'per-pair-minus-wrong', 'all-or-nothing']} />
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}

type ColumnProps = { readonly draft: DraftHandle; readonly editor: EditorProps }

function LeftColumn({ draft, editor }: ColumnProps) {
  const words = useWords(zh, en)
  const column = useRef<HTMLDivElement>(null)
  const { left, right } = draft.content
  const { pairs } = draft.key
  const change = (rows: readonly unknown[]) => draft.change({ content: { left: rows }, key: { pairs: standingPairs(pairs, rows, right) } })
  const pastePairs = (text: string, at: number): boolean => {
    const cells = text.includes('\t') ? readPastedCells(text) : null
    if (cells === null) return false
    const pasted = withPastedPairs({ left, right, pairs }, at, { cells, newId: editor.newId, most: MOST })
    draft.change({ content: { left: pasted.left, right: pasted.right }, key: { pairs: pasted.pairs } })
    return true
  }
  return (
    <div ref={column}>
      <FieldGroup title={words.matching.left} note={words.matching.hint} path="content.left" faults={editor.faults}>
        <RowList
          value={left}
          path="content.left"
          faults={editor.faults}
          most={MOST}
          fresh={() => ({ id: editor.newId(), text: '' })}
          nameOf={at => fill(words.matching.leftOf, { n: at + 1 })}
          signOf={at => String(at + 1)}
          addLabel={words.matching.addLeft}
          onCtrlEnter={(_, at) => column.current?.querySelectorAll('select')[at]?.focus()}
          renderBelow={(row, at) => <Partner draft={draft} row={row} at={at} />}
          onPasteText={pastePairs}
          onChange={change}
        />
      </FieldGroup>
    </div>
  )
}

/** A plain list of the entries on the right: letters choose in it. */
function Partner({ draft, row, at }: { readonly draft: DraftHandle; readonly row: Loose; readonly at: number }) {
  const words = useWords(zh, en).matching
  const { pairs } = draft.key
  const reuse = draft.content['reuse'] === true
  return (
    <select
      className="z-partner"
      aria-label={fill(words.partner, { n: at + 1 })}
      value={partnerOf(pairs, idOf(row))}
      onChange={event => draft.change({ key: { pairs: withPartner(pairs, { left: idOf(row), right: event.target.value }, reuse) } })}
    >
      <option value="" disabled>
        {words.noPartner}
      </option>
      {rowsOf(draft.content['right']).map((one, place) => (
        <option key={idOf(one) || place} value={idOf(one)}>
          {`${letterOf(place)} ${textOf(one['text'])}`}
        </option>
      ))}
    </select>
  )
}

function RightColumn({ draft, editor }: ColumnProps) {
  const words = useWords(zh, en)
  const { left, right } = draft.content
  return (
    <FieldGroup title={words.matching.right} path="content.right" faults={editor.faults}>
      <RowList
        value={right}
        path="content.right"
        faults={editor.faults}
        most={MOST}
        fresh={() => ({ id: editor.newId(), text: '' })}
        nameOf={at => fill(words.matching.rightOf, { letter: letterOf(at) })}
        signOf={letterOf}
        addLabel={words.matching.addRight}
        onChange={rows => draft.change({ content: { right: rows }, key: { pairs: standingPairs(draft.key['pairs'], left, rows) } })}
      />
    </FieldGroup>
  )
}
