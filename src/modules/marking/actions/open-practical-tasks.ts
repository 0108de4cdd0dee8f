import { type Result, ok } from '../../../kernel/result.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { record } from '../../audit/index.ts'
import type { Attempt, SittingId } from '../../delivery/contract.ts'
import { attemptsOfSitting } from '../../delivery/index.ts'
import { endedWork } from '../core/score-paper.ts'
import { type Script, scriptNumber } from '../core/script.ts'
import { insertScript, listScripts } from '../store/scripts.ts'

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
 * Opens one anonymous script for each practical attempt that has ended with work to mark. Call it again when more have ended:
 * those opened already stay as they are.
 */
export async function openPracticalTasks(tx: Tx, ctx: Ctx, order: PracticalOrder): Promise<Result<{ readonly opened: number }>> {
  const attempts = (await attemptsOfSitting(tx, order.sittingId as SittingId)).filter(attempt => endedWork(attempt, 'practical').ok)
  const known = await listScripts(tx, order.sittingId)
  const open = attempts.filter(attempt => known.every(script => script.attemptId !== attempt.attemptId))
  const numbers = new Set(known.map(script => script.number))
  for (const attempt of open) await insertScript(tx, scriptOf(ctx, order, attempt, numbers))
  if (open.length > 0)
    await record(tx, ctx, {
      type: 'scripts-opened',
      subject: { kind: 'sitting', id: order.sittingId },
      facts: { opened: open.length, level: order.level, site: order.site },
    })
  return ok({ opened: open.length })
}

function scriptOf(ctx: Ctx, order: PracticalOrder, attempt: Attempt, numbers: Set<string>): Script {
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
