import type { LevelCode } from './clause.ts'
import type { EditionId, Stated } from './edition.ts'
import { levelCodes, levelOf, workTypes } from './level/levels.ts'
import type { ResolvedEdition } from './resolve.ts'

/** One line of the list of editions. */
export type EditionSummary = {
  readonly id: EditionId
  readonly title: Stated<string>
  readonly year: Stated<number>
  readonly status: Stated<string>
  readonly inheritsFrom: EditionId | null
  readonly levels: readonly { readonly code: LevelCode; readonly name: Stated<string> }[]
  readonly workTypes: readonly string[]
}

/** What the list of editions shows; levels low to high. */
export function summaryOf(edition: ResolvedEdition): EditionSummary {
  const levels = levelCodes(edition).flatMap(code => {
    const level = levelOf(edition, code)
    return level.ok ? [{ code, name: level.value.name }] : []
  })
  const { id, title, year, status, inheritsFrom } = edition
  return {
    id,
    title,
    year,
    status,
    inheritsFrom: inheritsFrom?.value ?? null,
    levels,
    workTypes: workTypes(edition).map(type => type.name),
  }
}
