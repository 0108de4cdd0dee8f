import { fill, useWords } from '../../../../../ui/words.ts'
import { type DraftHandle, type Loose, changedFor, idOf, rowsOf, wholeOf } from '../draft/loose.ts'
import type { EditorProps } from '../editor-props.ts'
import { FieldGroup, faultsAt } from '../fields/field.tsx'
import { NumberInput } from '../fields/small-fields.tsx'
import { RowList } from '../lists/row-list.tsx'
import { ProseEditor } from '../prose/prose-editor.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

const MOST_CRITERIA = 20
const MOST_LEVELS = 10
const MOST_MARKS = 100_000

/** What a person compares with and what brings the marks. */
export function CriteriaEditor({ draft, editor }: { readonly draft: DraftHandle; readonly editor: EditorProps }) {
  const words = useWords(zh, en)
  const { criteria } = draft.key
  const total = rowsOf(criteria).reduce((sum, row) => sum + (wholeOf(row['marks']) ?? 0), 0)
  return (
    <>
      <ProseEditor
        label={words.reference}
        path="key.reference"
        value={draft.key['reference']}
        faults={editor.faults}
        mediaUrl={editor.mediaUrl}
        addPicture={editor.addPicture}
        onChange={reference => draft.change({ key: { reference } })}
      />
      <FieldGroup
        title={words.criteria.title}
        note={words.rows.keys}
        more={<strong className="z-entry-total">{fill(words.criteria.total, { n: total / 100 })}</strong>}
        path="key.criteria"
        faults={editor.faults}
      >
        <RowList
          value={criteria}
          path="key.criteria"
          faults={editor.faults}
          most={MOST_CRITERIA}
          fresh={() => ({ id: editor.newId(), text: '', marks: 100, levels: [] })}
          nameOf={at => fill(words.criteria.criterion, { n: at + 1 })}
          signOf={at => String(at + 1)}
          addLabel={words.criteria.add}
          renderBeside={(row, at) => (
            <NumberInput
              label={fill(words.criteria.marksOf, { n: at + 1 })}
              value={row['marks']}
              least={1}
              most={MOST_MARKS}
              scale={100}
              invalid={faultsAt(editor.faults, `key.criteria.${at}.marks`).length > 0}
              onChange={marks => draft.change({ key: { criteria: changedFor(criteria, idOf(row), { marks }) } })}
            />
          )}
          renderBelow={(row, at) => (
            <Levels
              row={row}
              at={at}
              editor={editor}
              onChange={levels => draft.change({ key: { criteria: changedFor(criteria, idOf(row), { levels }) } })}
            />
          )}
          onChange={rows => draft.change({ key: { criteria: rows } })}
        />
      </FieldGroup>
    </>
  )
}

type LevelsProps = {
  readonly row: Loose
  readonly at: number
  readonly editor: EditorProps
  readonly onChange: (levels: readonly unknown[]) => void
}

/** What brings how many of the marks of a criterion, best first; folded away while there is none. */
function Levels({ row, at, editor, onChange }: LevelsProps) {
  const words = useWords(zh, en).criteria
  const levels = rowsOf(row['levels'])
  return (
    <details className="z-levels" open={levels.length > 0}>
      <summary>{words.levels}</summary>
      <RowList
        value={row['levels']}
        path={`key.criteria.${at}.levels`}
        faults={editor.faults}
        most={MOST_LEVELS}
        fresh={() => ({ marks: 0, text: '' })}
        nameOf={place => `${fill(words.criterion, { n: at + 1 })} ${fill(words.level, { n: place + 1 })}`}
        signOf={place => String(place + 1)}
        addLabel={words.addLevel}
        renderBeside={(level, place) => (
          <NumberInput
            label={`${fill(words.criterion, { n: at + 1 })} ${fill(words.levelMarks, { n: place + 1 })}`}
            value={level['marks']}
            most={MOST_MARKS}
            scale={100}
            onChange={marks => onChange(levels.map((one, other) => (other === place ? { ...one, marks } : one)))}
          />
        )}
        onChange={onChange}
      />
    </details>
  )
}
