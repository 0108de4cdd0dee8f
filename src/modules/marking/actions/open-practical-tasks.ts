import { type Result, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { Attempt, SittingId } from '../../delivery/contract.ts'
import { attemptsOfSitting, installedPackage } from '../../delivery/index.ts'
import type { Ask } from '../core/lab/check-marks.ts'
import { waitingChecks } from '../core/lab/lab-evidence.ts'
import { laboratoryItems } from '../core/lab/laboratory-paper.ts'
import { endedWork } from '../core/score-paper.ts'
import { type Script, scriptNumber } from '../core/script.ts'
import { insertScript, listScripts } from '../store/scripts.ts'
import { lookAtWorlds } from './lab/look-at-worlds.ts'

/** What the hall gives over with its practical papers. */
export type PracticalOrder = {
  readonly sittingId: string
  /** Code of the site, eight digits. */
  readonly site: string
  readonly level: string
  /** Institution of each candidate by the reference their attempt carries, as far as known: nobody marks their own. */
  readonly institutions?: ReadonlyMap<string, string>
}

/**
 * Opens one anonymous script for each practical attempt that has ended with work to mark; one that the laboratory marks asks a person for
 * no more than no machine can judge. Call it again when more have ended: those opened already stay as they are. Refusal: `version-changed`
 * of the laboratory.
 */
export async function openPracticalTasks(tx: Tx, ctx: Ctx, order: PracticalOrder): Promise<Result<{ readonly opened: number }>> {
  const attempts = (await attemptsOfSitting(tx, order.sittingId as SittingId)).filter(attempt => endedWork(attempt, 'practical').ok)
  const known = await listScripts(tx, order.sittingId)
  const open = attempts.filter(attempt => known.every(script => script.attemptId !== attempt.attemptId))
  const numbers = new Set(known.map(script => script.number))
  for (const attempt of open) {
    const asks = await asksOf(tx, attempt)
    if (!asks.ok) return asks
    await insertScript(tx, { ...scriptOf(ctx, order, attempt, numbers), asks: asks.value })
  }
  if (open.length > 0)
    await record(tx, ctx, {
      type: 'scripts-opened',
      subject: { kind: 'sitting', id: order.sittingId },
      facts: { opened: open.length, level: order.level, site: order.site },
    })
  return ok({ opened: open.length })
}

/** What of an attempt waits for a person; null where a person marks all of it. */
async function asksOf(tx: Tx, { attemptId, packageId }: Attempt): Promise<Result<readonly Ask[] | null>> {
  const paper = await installedPackage(tx, packageId)
  if (paper === undefined || laboratoryItems(paper).length === 0) return ok(null)
  const worlds = await lookAtWorlds(tx, attemptId, paper)
  if (!worlds.ok) return worlds
  return ok(
    worlds.value.flatMap(({ item, world, score }) =>
      waitingChecks(score, []).map(({ id: checkId, say, expected: best, max: most }) => ({
        itemId: item.itemId,
        task: world.task,
        checkId,
        say,
        best,
        most,
      })),
    ),
  )
}

function scriptOf(ctx: Ctx, order: PracticalOrder, attempt: Attempt, numbers: Set<string>): Omit<Script, 'asks'> {
  const mac = ctx.ports.keys.mac('script-number', attempt.attemptId)
  let again = 0
  while (numbers.has(scriptNumber(mac, again))) again += 1
  const number = scriptNumber(mac, again)
  numbers.add(number)
  const { attemptId, candidateRef, roomLabel, seatLabel } = attempt
  const institution = order.institutions?.get(candidateRef) ?? null
  return {
    sittingId: order.sittingId,
    scriptId: newId(),
    attemptId,
    number,
    candidateRef,
    site: order.site,
    level: order.level,
    institution,
    roomLabel,
    seatLabel,
    openedAt: ctx.now,
  }
}
