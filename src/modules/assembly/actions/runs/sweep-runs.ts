import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { record } from '../../../audit/index.ts'
import { PROCESS_ENDED } from '../../core/run/run-failure.ts'
import { failStaleRuns } from '../../store/runs/runs.ts'

/** A run beats every second; one that has been silent for so long has lost its process. */
export const SILENT_MS = 20_000

/** Marks running runs whose process has gone as failed, with the reason; they can be ordered again. */
export async function sweepRuns(tx: Tx, ctx: Ctx): Promise<void> {
  const now = ctx.ports.clock.now()
  for (const runId of await failStaleRuns(tx, { before: now - SILENT_MS, now, failure: PROCESS_ENDED })) {
    const facts = { state: 'failed', forms: 0, problem: null, status: null }
    await record(tx, ctx, { type: 'assembly-run-ended', subject: { kind: 'assembly-run', id: runId }, facts })
  }
}
