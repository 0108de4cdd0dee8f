import { letterOf } from '../../option-list.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { fill, useWords } from '../../../../../ui/words.ts'
import { changedFor, draftHandle, idOf } from '../draft/loose.ts'
import { readPastedItem } from '../draft/pasted-item.ts'
import { areBlank, isBlankProse } from '../draft/prose-draft.ts'
import type { EditorProps } from '../editor-props.ts'
import { ExplanationField } from '../explanation-field.tsx'
import { FieldGroup } from '../fields/field.tsx'
import { KeyFaults, PinTick } from '../lists/row-extras.tsx'
import { RowList } from '../lists/row-list.tsx'
import { StemField } from '../stem-field.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { filledFrom, keyOf, markedIds, rightIds } from './choice-draft.ts'
import { CreditField } from './credit-field.tsx'

const MOST_OPTIONS = 8

/** Stem and options, of which one or several are right. */
export function ChoiceEditor({ editor, several }: { readonly editor: EditorProps; readonly several: boolean }) {
  const words = useWords(zh, en)
  const draft = draftHandle(editor, 2)
  const options = draft.content['options']
  const right = rightIds(draft.key)
  const keyPath = several ? 'key.optionIds' : 'key.optionId'
  const nameOf = (at: number) => fill(words.choice.option, { letter: letterOf(at) })
  const pasteItem = (text: string): boolean => {
    const pasted = areBlank(options) ? readPastedItem(text) : null
    if (pasted === null || pasted.options.length === 0) return false
    draft.change(filledFrom(pasted, several, editor.newId))
    notice(words.choice.pasted)
    return true
  }
  return (
    <>
      <StemField draft={draft} editor={editor} onPasteText={pasteItem} />
      <FieldGroup title={words.choice.options} note={words.rows.keysMark} path="content.options" faults={editor.faults}>
        <RowList
          value={options}
          path="content.options"
          faults={editor.faults}
          most={MOST_OPTIONS}
          fresh={() => ({ id: editor.newId(), text: '', pinned: false })}
          nameOf={nameOf}
          signOf={letterOf}
          addLabel={words.choice.add}
          mark={(row, at) => ({
            kind: several ? 'checkbox' : 'radio',
            name: `${editor.name}-right`,
            label: fill(words.choice.right, { letter: letterOf(at) }),
            isMarked: right.includes(idOf(row)),
            onMark: () => draft.change({ key: keyOf(several, markedIds(several, right, idOf(row)), options) }),
          })}
          renderTools={(row, at) => (
            <PinTick
              label={words.choice.pinned}
              name={fill(words.choice.pinnedOf, { letter: letterOf(at) })}
              isOn={row['pinned'] === true}
              onTurn={pinned => draft.change({ content: { options: changedFor(options, idOf(row), { pinned }) } })}
            />
          )}
          onPasteText={text => isBlankProse(draft.content['stem']) && pasteItem(text)}
          onChange={rows => draft.change({ content: { options: rows }, key: keyOf(several, right, rows) })}
        />
        <KeyFaults path={keyPath} faults={editor.faults} />
      </FieldGroup>
      {several && (
        <CreditField draft={draft} editor={editor} choices={['all-or-nothing', 'partial-no-wrong', 'per-option', 'right-minus-wrong']} />
      )}
      <ExplanationField draft={draft} editor={editor} />
    </>
  )
}
