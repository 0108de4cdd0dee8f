import { fill, useWords } from '../../../../../ui/words.ts'
import { type DraftHandle, changedFor, draftHandle, idOf } from '../../../pages/editors/draft/loose.ts'
import type { EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { FieldGroup } from '../../../pages/editors/fields/field.tsx'
import { LineField, NumberField, NumberInput } from '../../../pages/editors/fields/small-fields.tsx'
import { RowList } from '../../../pages/editors/lists/row-list.tsx'
import { StemField } from '../../../pages/editors/stem-field.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'

const MOST_CHECKS = 40

/** Work in a scenario of the laboratory, and the checks by which it is scored. */
export function LabTaskEditor(props: EditorProps) {
  const words = useWords(zh, en)
  const { lab } = words
  const draft = draftHandle(props)
  const { checks } = draft.key
  return (
    <>
      <StemField draft={draft} editor={props} name="brief" />
      <ScenarioLine draft={draft} editor={props} />
      <FieldGroup title={lab.checks} note={words.rows.keys} path="key.checks" faults={props.faults}>
        <RowList
          value={checks}
          path="key.checks"
          faults={props.faults}
          most={MOST_CHECKS}
          fresh={() => ({ id: props.newId(), text: '', share: 1 })}
          nameOf={at => fill(lab.check, { n: at + 1 })}
          signOf={at => String(at + 1)}
          addLabel={lab.add}
          renderBeside={(row, at) => (
            <NumberInput
              label={fill(lab.shareOf, { n: at + 1 })}
              value={row['share']}
              least={1}
              most={100_000}
              onChange={share => draft.change({ key: { checks: changedFor(checks, idOf(row), { share }) } })}
            />
          )}
          onChange={rows => draft.change({ key: { checks: rows } })}
        />
      </FieldGroup>
      <ExplanationField draft={draft} editor={props} />
    </>
  )
}

/** Which world the work starts in. */
function ScenarioLine({ draft, editor }: { readonly draft: DraftHandle; readonly editor: EditorProps }) {
  const { lab } = useWords(zh, en)
  const { task, scenario, scenarioVersion, seed } = draft.content
  return (
    <div className="z-entry-line">
      <LineField
        label={lab.task}
        placeholder={lab.taskHint}
        path="content.task"
        faults={editor.faults}
        value={task}
        onChange={text => draft.change({ content: { task: text } })}
      />
      <LineField
        label={lab.scenario}
        placeholder={lab.scenarioHint}
        path="content.scenario"
        faults={editor.faults}
        value={scenario}
        onChange={text => draft.change({ content: { scenario: text } })}
      />
      <NumberField
        label={lab.version}
        path="content.scenarioVersion"
        faults={editor.faults}
        value={scenarioVersion}
        least={1}
        most={10_000}
        onChange={version => draft.change({ content: { scenarioVersion: version } })}
      />
      <LineField
        label={lab.seed}
        note={lab.seedNote}
        path="content.seed"
        faults={editor.faults}
        value={seed}
        onChange={text => draft.change({ content: { seed: text === '' ? null : text } })}
      />
    </div>
  )
}
