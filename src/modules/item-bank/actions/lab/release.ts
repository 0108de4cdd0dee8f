import { type FieldFault, type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { ItemDocument } from '../../../interactions/contract.ts'
import { type ReleaseFault, releaseFault } from '../../../lab/contract.ts'
import { examDocumentOf, groundedTasks, keepExamDocument } from '../../../lab/index.ts'
import { gatesOfGround, linkGates } from '../../store/lab/gates.ts'

/** A version that goes into operation, as far as its release is concerned. */
type Going = {
  readonly itemVersionId: string
  readonly code: string
  readonly type: string
  readonly content: ItemDocument
}
/** A version released on the word of the gates about a ground, with the document (SHA-256) that its world is played with for ever. */
export type Release = { readonly itemVersionId: string; readonly task: string; readonly ground: string; readonly document: string }

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
  const tasks = going.filter(each => each.type === 'lab-task')
  if (tasks.length === 0) return ok([])
  const offered = groundedTasks(ctx.ports.log)
  const releases: Release[] = []
  const faults: FieldFault[] = []
  for (const { itemVersionId, code, content } of tasks) {
    const found = offered.get(String(content['task']))
    const fault = found === undefined ? ({ kind: 'no-task' } as const) : releaseFault(found.ground, await gatesOfGround(tx, found.ground))
    if (found === undefined || fault !== null) faults.push(told(code, fault ?? { kind: 'no-task' }))
    else releases.push({ itemVersionId, task: found.task.task, ground: found.ground, document: await documentOf(tx, ctx, found.task.task) })
  }
  return faults.length === 0 ? ok(releases) : refuse('lab-task-not-released', { tasks: faults.map(each => each.path) }, faults)
}

/** The exam document of a task, kept where worlds are opened from it. */
async function documentOf(tx: Tx, ctx: Ctx, task: string): Promise<string> {
  const document = examDocumentOf(ctx.ports.log, task)
  const kept = document.ok ? await keepExamDocument(tx, ctx, document.value) : document
  if (!document.ok || !kept.ok) throw new Error(`the document of ${task} cannot be kept`)
  return document.value.sha256
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
