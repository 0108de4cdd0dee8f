import { setTimeout as pause } from 'node:timers/promises'
import {
  acceptProposal,
  approveBlueprint,
  createBlueprint,
  makeNextBlueprint,
  showRun,
  startRun,
} from '../../../modules/assembly/contract.ts'
import type { Client } from '../../../platform/http/client.ts'
import type { SeasonWorld } from '../season/driving/season-world.ts'

const EDITION = 'ec-2005'
const LEVELS = ['L4', 'L3'] as const
/** The level of which forms are assembled, how many, and the one that is accepted; the others wait for a decision. */
const RUN = { level: 'L4', forms: 2, accepted: 1 } as const
const BETWEEN_LOOKS_MS = 100

/**
 * Theory blueprints as the weight tables give them, written by one national officer and approved by another; a next draft that waits
 * for approval; and a finished run with one form accepted and one to decide on. Nobody moves the clock before the run has ended:
 * it would seem silent and be failed.
 */
export async function leaveBlueprints(world: SeasonWorld): Promise<void> {
  const { caller, staff, progress } = world
  const [writer, approver] = await staff.holding('national-officer')
  if (writer === undefined || approver === undefined) throw new Error('two national officers are needed for four eyes')
  progress.begin('组卷方案', LEVELS.length)
  for (const level of LEVELS) {
    const { version } = await caller.must(writer, createBlueprint, { body: { editionId: EDITION, level } })
    const params = { blueprintVersionId: version.blueprintVersionId }
    await caller.must(approver, approveBlueprint, { params, body: { guard: version.guard } })
    if (level === RUN.level) await assemble(world, { writer, approver }, params)
    else await caller.must(writer, makeNextBlueprint, { params, body: {} })
    progress.step()
  }
  progress.end(`${LEVELS.length}份已批准，${RUN.forms}份试卷中接受1份`)
}

type Officers = { readonly writer: Client; readonly approver: Client }

async function assemble({ caller }: SeasonWorld, { writer, approver }: Officers, params: { readonly blueprintVersionId: string }) {
  const { runId } = await caller.must(writer, startRun, { params, body: { forms: RUN.forms } })
  for (;;) {
    const { run, proposals } = await caller.must(writer, showRun, { params: { runId } })
    if (run.state === 'done') {
      const guard = proposals.find(each => each.number === RUN.accepted)?.guard ?? 1
      await caller.must(approver, acceptProposal, { params: { runId, number: RUN.accepted }, body: { guard } })
      return
    }
    if (run.state !== 'queued' && run.state !== 'running') throw new Error(`组卷运行未完成：${run.failure?.zh ?? run.state}`)
    await pause(BETWEEN_LOOKS_MS)
  }
}
