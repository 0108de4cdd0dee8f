import { createHash } from 'node:crypto'
import { openNextEpoch } from '../../src/modules/delivery/actions/open-next-epoch.ts'
import type { SittingId } from '../../src/modules/delivery/contract.ts'
import { aPackage } from '../../src/modules/delivery/fixtures.ts'
import { installPackage, prepareAttempt } from '../../src/modules/delivery/index.ts'
import { lockAttempt, saveProgress } from '../../src/modules/delivery/store/attempts.ts'
import { type Ports, systemContext } from '../../src/platform/context.ts'
import { newId } from '../../src/platform/id.ts'
import type { Hall } from './running.ts'

/** Running attempts with a token each, as if everybody had entered and started. */
export async function seat(at: Ports, count: number): Promise<Hall> {
  const ctx = systemContext(at, 'prove')
  const paper = aPackage(text => createHash('sha256').update(text).digest('hex'), { single: 60, multiple: 20, trueFalse: 20 }, newId())
  await at.database.transact(tx => installPackage(tx, ctx, paper))
  const sittingId = newId() as SittingId
  const entries: Hall['entries'][number][] = []
  for (let n = 0; n < count; n++) {
    const order = {
      sittingId,
      packageId: paper.packageId,
      maskedName: '考*',
      roomLabel: '1',
      seatLabel: String(n),
      rules: { opensAt: ctx.now },
    }
    entries.push(
      await at.database.transact(async tx => {
        const made = await prepareAttempt(tx, ctx, { ...order, candidateRef: newId(), ticketNumber: newId() })
        if (!made.ok) throw new Error(made.refusal.code)
        const attempt = await lockAttempt(tx, { sittingId, attemptId: made.value.attemptId })
        if (!attempt) throw new Error('the attempt is gone')
        const entered = await openNextEpoch(tx, ctx, attempt)
        await saveProgress(tx, { ...entered.attempt, state: 'running', startedAt: ctx.now, startRef: newId() })
        return { attemptId: attempt.attemptId, token: entered.token }
      }),
    )
  }
  return { sittingId, entries }
}
