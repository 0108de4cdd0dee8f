import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { DraftBody } from '../../core/versions/draft.ts'
import { placingGroups } from '../../core/versions/placing-groups.ts'
import type { KeptVersion } from '../../core/versions/version.ts'
import { listPlacings } from '../../store/items/versions.ts'
import { keysOf } from '../facts/item-facts.ts'

/** What a version says, in the form of a draft. */
export async function draftOfVersion(tx: Tx, ctx: Ctx, version: KeptVersion): Promise<DraftBody> {
  const secret = (await keysOf(tx, ctx, [version.itemVersionId])).get(version.itemVersionId)
  if (secret === undefined) throw new Error(`item version ${version.itemVersionId} has lost its content`)
  const placings = await listPlacings(tx, version.itemVersionId)
  const { type, marks, area, points, difficulty, importance, seconds, source, stimulusVersionId } = version
  return {
    type,
    content: { ...secret.content },
    key: { ...secret.key },
    rubric: secret.rubric === undefined ? null : { ...secret.rubric },
    marks,
    area: [...area],
    points: [...points],
    placings: placingGroups(placings),
    difficulty,
    importance,
    seconds,
    source,
    stimulusVersionId,
  }
}
