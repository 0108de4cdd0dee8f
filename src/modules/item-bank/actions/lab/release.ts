import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { ItemDocument } from '../../../interactions/contract.ts'
import { type ReleaseFault, releaseFault } from '../../../lab/contract.ts'
import { groundOfOffered } from '../../../lab/index.ts'
import { gatesOfGround, linkGates } from '../../store/lab/gates.ts'

/** A version that goes into operation, as far as its release is concerned. */
type Going = {
  readonly itemVersionId: string
  readonly code: string
  readonly type: string
  readonly content: ItemDocument
}
/** A version released on the word of the gates about a ground. */
export type Release = { readonly itemVersionId: string; readonly ground: string }

const SAID: Readonly<Record<ReleaseFault['kind'] | 'no-task', readonly [zh: string, en: string]>> = {
  'no-task': ['没有写明这一版本的软件所有的任务编号', 'names no task that this build has'],
  'not-tried': ['还没有检验过现在的任务、情境和软件版本', 'the task as it stands, with its scenario and build, has not been tried'],
  'changed-since': ['检验之后任务、情境或软件版本有改动', 'the task, its scenario or the build changed after the trial'],
  'too-few-seeds': ['检验的变体太少', 'it was tried over too few variants'],
  failed: ['检验没有通过', 'it did not pass'],
}

/**
 * On whose word the versions go into operation: every task of the laboratory among them was tried as it now stands and passed.
 * Refuses `lab-task-not-released` with a reason for each that did not; items of other types need nobody's word.
 */
export async function releasesOf(tx: Tx, ctx: Ctx, going: readonly Going[]): Promise<Result<readonly Release[]>> {
  const releases: Release[] = []
  const faults: FieldFault[] = []
  for (const { itemVersionId, code, content } of going.filter(each => each.type === 'lab-task')) {
    const ground = typeof content['task'] === 'string' ? groundOfOffered(ctx.ports.log, content['task']) : undefined
    const fault = ground === undefined ? ({ kind: 'no-task' } as const) : releaseFault(ground, await gatesOfGround(tx, ground))
    if (fault !== null) faults.push(told(code, fault))
    else if (ground !== undefined) releases.push({ itemVersionId, ground })
  }
  return faults.length === 0 ? ok(releases) : refuse('lab-task-not-released', { tasks: faults.map(each => each.path) }, faults)
}

function told(code: string, fault: ReleaseFault | { readonly kind: 'no-task' }): FieldFault {
  const [zh, en] = SAID[fault.kind]
  const more = fault.kind === 'failed' ? `：${fault.first}` : fault.kind === 'too-few-seeds' ? `：${fault.seeds}/${fault.least}` : ''
  return {
    path: code,
    zh: `${code}${zh}${more}。`,
    en: `${code}: ${en}${fault.kind === 'too-few-seeds' ? ` (${fault.seeds}/${fault.least})` : ''}.`,
  }
}

/** Remembers on whose word versions were released. Their rows must stand by now. */
export async function keepReleases(tx: Tx, ctx: Ctx, releases: readonly Release[]): Promise<void> {
  for (const release of releases) await linkGates(tx, release, ctx.now)
}
