import { fill, useWords } from '../../../../../ui/words.ts'
import { CreditField } from '../../../pages/editors/choice/credit-field.tsx'
import { changedFor, draftHandle, idOf, listOf, rowsOf, textOf } from '../../../pages/editors/draft/loose.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { FieldGroup } from '../../../pages/editors/fields/field.tsx'
import { KeyFaults, PinTick } from '../../../pages/editors/lists/row-extras.tsx'
import { RowList } from '../../../pages/editors/lists/row-list.tsx'
import { StemField } from '../../../pages/editors/stem-field.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'

const MOST = 12

/** Entries written down in the right order, which is the key. */
export function OrderingEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const draft = draftHandle(props)
  const entries = inKeyOrder(draft.content['entries'], draft.key['entryIds'])
  const write = (rows: readonly unknown[]) => draft.change({ content: { entries: rows }, key: { entryIds: rowsOf(rows).map(idOf) } })
  return (
    <>
      <StemField draft={draft} editor={props} />
      <FieldGroup
        title={words.ordering.entries}
        note={`${words.ordering.note} · ${words.rows.keys}`}
        path="content.entries"
        faults={props.faults}
      >
        <RowList
          value={entries}
          path="content.entries"
          faults={props.faults}
          most={MOST}
          fresh={() => ({ id: props.newId(), text: '', pinned: false })}
          nameOf={at => fill(words.ordering.entry, { n: at + 1 })}
          signOf={at => String(at + 1)}
          addLabel={words.ordering.add}
          renderTools={(row, at) => (
            <PinTick
              label={words.choice.pinned}
              name={fill(words.ordering.pinnedOf, { n: at + 1 })}
              isOn={row['pinned'] === true}
              onTurn={pinned => write(changedFor(entries, idOf(row), { pinned }))}
            />
          )}
          onChange={write}
        />
        <KeyFaults path="key.entryIds" faults={props.faults} />
      </FieldGroup>
      <CreditField draft={draft} editor={props} choices={['all-or-nothing', 'positions', 'neighbours']} />
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}

/** The entries as the key orders them; those it does not name follow. */
function inKeyOrder(entries: unknown, entryIds: unknown): readonly unknown[] {
  const ids = listOf(entryIds).map(textOf)
  const rows = rowsOf(entries)
  const placeOf = (at: number) => {
    const place = ids.indexOf(idOf(rows[at] ?? {}))
    return place < 0 ? ids.length : place
  }
  const order = rows.map((_, at) => at).toSorted((a, b) => placeOf(a) - placeOf(b))
  return order.map(at => listOf(entries)[at])
}
