import { deepFreeze } from '../../../kernel/brand.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { edition as cbecAbilityFujian2020 } from '../editions/cbec-ability-fujian-2020/edition.ts'
import { edition as ec2001TrialEarly } from '../editions/ec-2001-trial-early/edition.ts'
import { edition as ec2002Trial } from '../editions/ec-2002-trial/edition.ts'
import { edition as ec2005 } from '../editions/ec-2005/edition.ts'
import { edition as ec2016LocalLiaoning } from '../editions/ec-2016-local-liaoning/edition.ts'
import { edition as ec2021Draft } from '../editions/ec-2021-draft/edition.ts'
import { edition as ec2022 } from '../editions/ec-2022/edition.ts'
import { edition as ec2025Eligibility } from '../editions/ec-2025-eligibility/edition.ts'
import type { Edition, EditionId } from './edition.ts'
import { type ResolvedEdition, resolve } from './resolve.ts'

/** Every edition by id, as its text stands, oldest first. Frozen: a correction is a new edition. */
export const EDITIONS: { readonly [Id in EditionId]: Edition<Id> } = {
  'ec-2001-trial-early': ec2001TrialEarly,
  'ec-2002-trial': ec2002Trial,
  'ec-2005': ec2005,
  'ec-2016-local-liaoning': ec2016LocalLiaoning,
  'ec-2021-draft': ec2021Draft,
  'ec-2022': ec2022,
  'ec-2025-eligibility': ec2025Eligibility,
  'cbec-ability-fujian-2020': cbecAbilityFujian2020,
}
deepFreeze(EDITIONS)

/** The ids in the order of the registry. */
export const EDITION_IDS = Object.keys(EDITIONS) as readonly EditionId[]

const RESOLVED: ReadonlyMap<EditionId, ResolvedEdition> = new Map(
  EDITION_IDS.map(id => {
    const resolved = resolve(id, EDITIONS)
    deepFreeze(resolved)
    return [id, resolved]
  }),
)

export function isEditionId(text: string): text is EditionId {
  return Object.hasOwn(EDITIONS, text)
}

/** The edition with everything it inherits. */
export function editionOf(id: EditionId): ResolvedEdition {
  const resolved = RESOLVED.get(id)
  if (resolved === undefined) throw new Error(`edition without a place in the registry: ${id}`)
  return resolved
}

/** Looks an edition up by text; refuses with `edition-unknown`. */
export function findEdition(text: string): Result<ResolvedEdition> {
  return isEditionId(text) ? ok(editionOf(text)) : refuse('edition-unknown', { edition: text })
}

/** All editions, resolved, oldest first. */
export function allEditions(): readonly ResolvedEdition[] {
  return EDITION_IDS.map(editionOf)
}
