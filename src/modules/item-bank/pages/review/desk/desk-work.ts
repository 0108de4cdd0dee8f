import { type ItemDocument, type Score, interactionOf } from '../../../../interactions/contract.ts'
import { hundredths } from '../../../../../kernel/marks.ts'
import type { Opened } from '../../shared/use-reading.ts'

/** What somebody has done at a version so far; it lives as long as the desk is open. */
export type DeskWork = {
  /** What the reviewer responded, as a candidate would. */
  readonly response: ItemDocument | null
  /** The version with its key, once it was looked at. */
  readonly opened: Opened | null
  /** Confirmed points of the checklist. */
  readonly checklist: readonly string[]
  readonly note: string
}

export const FRESH_WORK: DeskWork = { response: null, opened: null, checklist: [], note: '' }

/** What the reviewer's response earns against the key; null without a response. */
export function ownScore({ version, content, key, rubric }: Opened, response: ItemDocument | null): Score | null {
  if (response === null) return null
  return interactionOf(version.type).score({ content, key, rubric: rubric ?? undefined, max: hundredths(version.marks), response })
}

/** A list with one point turned about. */
export function toggled(list: readonly string[], point: string): readonly string[] {
  return list.includes(point) ? list.filter(each => each !== point) : [...list, point]
}
