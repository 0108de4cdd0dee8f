import { Select } from 'antd'
import { createElement, useState } from 'react'
import { useLanguage, fill, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_NAMES, PART_TYPES, type PartType } from '../../../contract.ts'
import { faultsOfPart } from '../../../pages/editors/draft/draft-faults.ts'
import { emptyDraft } from '../../../pages/editors/draft/empty-draft.ts'
import {
  type DraftHandle,
  type EditorDraft,
  changedFor,
  draftHandle,
  idOf,
  listOf,
  looseOf,
  movedBy,
  oneOf,
  rowFor,
  rowsOf,
  wholeOf,
  withoutIds,
} from '../../../pages/editors/draft/loose.ts'
import type { Editor, EditorProps } from '../../../pages/editors/editor-props.ts'
import { ExplanationField } from '../../../pages/editors/explanation-field.tsx'
import { FieldGroup } from '../../../pages/editors/fields/field.tsx'
import { StemField } from '../../../pages/editors/stem-field.tsx'
import { en } from '../../../pages/editors/words.en.ts'
import { zh } from '../../../pages/editors/words.zh.ts'
import { PartCard } from './part-card.tsx'

const MOST_PARTS = 12

/** The editor of cases over the editors of their parts. */
export function caseEditorOf(editorOf: (type: PartType) => Editor): Editor {
  return function CaseEditor(props: EditorProps) {
    const words = useWords(zh, en)
    const draft = draftHandle(props)
    const parts = rowsOf(draft.content['parts'])
    const marks = parts.reduce((sum, part) => sum + (wholeOf(part['marks']) ?? 0), 0)
    const [closed, setClosed] = useState<readonly string[]>([])
    return (
      <>
        <StemField draft={draft} editor={props} name="stimulus" />
        <FieldGroup
          title={words.parts.title}
          more={<strong className="z-entry-total">{fill(words.parts.total, { count: parts.length, marks: marks / 100 })}</strong>}
          path="content.parts"
          faults={props.faults}
        >
          {parts.length === 0 && <p className="z-note">{words.parts.none}</p>}
          {parts.map((part, at) => (
            <PartCard
              key={idOf(part) || at}
              part={part}
              at={at}
              faults={props.faults}
              isOpen={!closed.includes(idOf(part))}
              onOpen={isOpen => setClosed(isOpen ? closed.filter(id => id !== idOf(part)) : [...closed, idOf(part)])}
              onChange={patch => draft.change({ content: { parts: changedFor(draft.content['parts'], idOf(part), patch) } })}
              onType={type => draft.change(withPart(draft, idOf(part), { type, ...emptyDraft(type, props.newId) }))}
              onMove={{
                up: at === 0 ? null : () => draft.change({ content: { parts: movedBy(draft.content['parts'], at, -1) } }),
                down: at === parts.length - 1 ? null : () => draft.change({ content: { parts: movedBy(draft.content['parts'], at, 1) } }),
              }}
              onRemove={() => draft.change(withoutPart(draft, idOf(part)))}
            >
              {createElement(editorOf(oneOf(part['type'], PART_TYPES)), {
                ...props,
                draft: partDraft(draft, part),
                faults: faultsOfPart(props.faults, at),
                name: `${props.name}-${at + 1}`,
                onChange: next => draft.change(withPart(draft, idOf(part), next)),
              })}
            </PartCard>
          ))}
          {parts.length < MOST_PARTS && (
            <NewPart
              onType={type => draft.change(withPart(draft, props.newId(), { type, marks: 200, ...emptyDraft(type, props.newId) }))}
            />
          )}
        </FieldGroup>
        <ExplanationField draft={draft} editor={props} />
      </>
    )
  }
}

function NewPart({ onType }: { readonly onType: (type: PartType) => void }) {
  const words = useWords(zh, en).parts
  const language = useLanguage()
  return (
    <Select<PartType | null>
      aria-label={words.add}
      className="z-part-add"
      value={null}
      placeholder={words.add}
      options={PART_TYPES.map(value => ({ value, label: INTERACTION_NAMES[value][language] }))}
      popupMatchSelectWidth={false}
      onChange={type => type !== null && onType(type)}
    />
  )
}

/** The three documents of a part, each from its own list. */
function partDraft(draft: DraftHandle, part: Readonly<Record<string, unknown>>): EditorDraft {
  return {
    content: part['content'],
    key: rowFor(draft.key['parts'], idOf(part))['key'],
    rubric: rowFor(draft.rubric['parts'], idOf(part))['rubric'],
  }
}

type PartPatch = EditorDraft & { readonly type?: PartType; readonly marks?: number }

/** The changes that put a part's three documents into the case; a rubric that says nothing is left out. */
function withPart(draft: DraftHandle, id: string, { content, key, rubric, ...more }: PartPatch): Parameters<DraftHandle['change']>[0] {
  const says = Object.keys(looseOf(rubric)).some(name => name !== 'version')
  const rubrics = draft.rubric['parts']
  return {
    content: { parts: changedFor(draft.content['parts'], id, { ...more, content }) },
    key: { parts: changedFor(draft.key['parts'], id, { key }) },
    ...((says || listOf(rubrics).length > 0) && {
      rubric: { parts: says ? changedFor(rubrics, id, { rubric }) : withoutIds(rubrics, one => one === id) },
    }),
  }
}

function withoutPart(draft: DraftHandle, id: string): Parameters<DraftHandle['change']>[0] {
  const rest = (list: unknown) => withoutIds(list, one => one === id)
  return {
    content: { parts: rest(draft.content['parts']) },
    key: { parts: rest(draft.key['parts']) },
    ...(draft.rubric['parts'] !== undefined && { rubric: { parts: rest(draft.rubric['parts']) } }),
  }
}
