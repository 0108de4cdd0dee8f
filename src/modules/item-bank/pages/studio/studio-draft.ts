import type { InputOf } from '../../../../kernel/endpoint.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import type { InteractionType } from '../../../interactions/contract.ts'
import { placingGroups } from '../../core/versions/placing-groups.ts'
import { type DraftBody, MARKS_OF_TYPE, isTheoryType, type readVersion } from '../../contract.ts'

export type DraftInput = InputOf<typeof DraftBody>
export type OpenedVersion = AnswerOf<typeof readVersion>

/** Content, key and rubric as the editors of the interactions take them; nothing in them has to be sound. */
export type Documents = { readonly content: unknown; readonly key: unknown; readonly rubric: unknown }
/** What the writer has on the screen. */
export type StudioDraft = Omit<DraftBody, 'content' | 'key' | 'rubric'> & { readonly documents: Documents }

/** A version as it was opened, as a draft to write on. */
export function draftOf({ version, content, key, rubric, placings }: OpenedVersion): StudioDraft {
  const { type, marks, area, points, difficulty, importance, seconds, source, stimulusVersionId } = version
  const facts = { type, marks, area, points, difficulty, importance, seconds, source, stimulusVersionId, placings: placingGroups(placings) }
  return { ...facts, documents: { content, key, rubric } }
}

/** The draft as it is saved. */
export function bodyOf({ documents, ...facts }: StudioDraft): DraftInput {
  const { content, key, rubric } = documents
  return { ...facts, content: documentOf(content), key: documentOf(key), rubric: rubric === null ? null : documentOf(rubric) }
}

function documentOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

const USUAL_MARKS = 200

/** The marks an item of this type has where nothing else was said. */
export function usualMarks(type: InteractionType): number {
  return isTheoryType(type) ? MARKS_OF_TYPE[type] : USUAL_MARKS
}
