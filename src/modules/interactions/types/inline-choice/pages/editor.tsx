import { fill, useWords } from '../../../../../ui/words.ts'
import { letterOf } from '../../../pages/option-list.tsx'
import { CreditField } from '../../../pages/editors/choice/credit-field.tsx'
import { gapsInOrder, nextGapId, settledGaps } from '../../../pages/editors/draft/gap-draft.ts'
import { type DraftHandle, type Loose, changedFor, draftHandle, idOf, rowFor, rowsOf, textOf } from '../../../pages/editors/draft/loose.ts'
import { gapTextsOf } from '../../../pages/editors/draft/prose-draft.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { FieldGroup } from '../../../pages/editors/fields/field.tsx'
import { GapCard } from '../../../pages/editors/gaps/gap-card.tsx'
import { withGapAtEnd, withoutGap } from '../../../pages/editors/gaps/gap-texts.ts'
import { ShareField, removeGap } from '../../../pages/editors/gaps/written-gaps-field.tsx'
import { KeyFaults } from '../../../pages/editors/lists/row-extras.tsx'
import { RowList } from '../../../pages/editors/lists/row-list.tsx'
import { ProseEditor } from '../../../pages/editors/prose/prose-editor.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'

const MOST_OPTIONS = 12

/** A text with gaps, each with its own list of options. */
export function InlineChoiceEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const draft = draftHandle(props)
  const { stem, gaps } = draft.content
  const texts = gapTextsOf(stem)
  const fresh = (id: string) => ({ gap: { id, options: [1, 2].map(() => ({ id: props.newId(), text: '' })) }, key: null })
  const write = (next: unknown) => {
    const settled = settledGaps(gapTextsOf(next), { gaps, keyGaps: draft.key['gaps'] }, fresh)
    draft.change({ content: { stem: next, gaps: settled.gaps }, key: { gaps: settled.keyGaps } })
  }
  const order = gapsInOrder(texts, gaps)
  return (
    <>
      <ProseEditor
        label={words.stem}
        path="content.stem"
        value={stem}
        faults={props.faults}
        mediaUrl={props.mediaUrl}
        addPicture={props.addPicture}
        gapId={() => nextGapId(texts, gaps)}
        onChange={write}
      />
      <FieldGroup title={words.gaps.title} note={words.rows.keysMark} path="content.gaps" faults={props.faults}>
        {order.length === 0 && <p className="z-note">{words.gaps.none}</p>}
        <ol className="z-gap-cards">
          {order.map(({ gap, id, stands }) => (
            <GapCard
              key={id}
              id={id}
              stands={stands}
              onPutBack={() => write(withGapAtEnd(stem, id))}
              onRemove={() => removeGap(draft, id, { stem: withoutGap(stem, id) })}
            >
              <GapOptions draft={draft} editor={props} gap={gap} id={id} />
              {order.length > 1 && <ShareField draft={draft} faults={props.faults} id={id} />}
            </GapCard>
          ))}
        </ol>
        <KeyFaults path="key.gaps" faults={props.faults} />
      </FieldGroup>
      <CreditField draft={draft} editor={props} choices={['per-gap', 'all-or-nothing']} />
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}

type GapProps = { readonly draft: DraftHandle; readonly editor: EditorProps; readonly gap: Loose; readonly id: string }

function GapOptions({ draft, editor, gap, id }: GapProps) {
  const words = useWords(zh, en)
  const at = rowsOf(draft.content['gaps']).findIndex(one => idOf(one) === id)
  const right = textOf(rowFor(draft.key['gaps'], id)['optionId'])
  const path = `content.gaps.${at}.options`
  return (
    <div className="z-gap-options" role="group" aria-label={fill(words.gaps.options, { id })}>
      <RowList
        value={gap['options']}
        path={path}
        faults={editor.faults}
        most={MOST_OPTIONS}
        fresh={() => ({ id: editor.newId(), text: '' })}
        nameOf={place => `${fill(words.gaps.gap, { id })} ${fill(words.choice.option, { letter: letterOf(place) })}`}
        signOf={letterOf}
        addLabel={words.choice.add}
        mark={(row, place) => ({
          kind: 'radio',
          name: `${editor.name}-gap-${id}`,
          label: `${fill(words.gaps.gap, { id })} ${fill(words.choice.right, { letter: letterOf(place) })}`,
          isMarked: right !== '' && right === idOf(row),
          onMark: () => draft.change({ key: { gaps: changedFor(draft.key['gaps'], id, { optionId: idOf(row) }) } }),
        })}
        onChange={options => draft.change({ content: { gaps: changedFor(draft.content['gaps'], id, { options }) } })}
      />
      <KeyFaults path={path} faults={editor.faults} />
    </div>
  )
}
