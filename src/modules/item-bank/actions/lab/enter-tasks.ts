import type { Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { GatesRecord } from '../../../lab/contract.ts'
import { groundedTasks } from '../../../lab/index.ts'
import { labItemFile } from '../../core/lab/lab-items.ts'
import type { LabPlacings } from '../../core/lab/lab-placing.ts'
import { putGates } from '../../store/lab/gates.ts'
import { type LoadedItems, loadItems } from '../files/load-items.ts'

/** Tasks of this build at their places in an edition, and what the gates said about them. `file` names the entry in the record. */
export type TaskOrder = { readonly file: string; readonly placings: LabPlacings; readonly said: readonly GatesRecord[] }

/**
 * Enters tasks of the laboratory as items, by the way of every file of items: all of them or none, and entering them again changes
 * nothing. The word of the gates is kept first; who did not pass is refused. Refusals: `item-file-invalid`, `lab-task-not-released`.
 */
export async function enterTasks(tx: Tx, ctx: Ctx, { file, placings, said }: TaskOrder): Promise<Result<LoadedItems>> {
  for (const one of said) await putGates(tx, one, ctx.now)
  const tasks = groundedTasks(ctx.ports.log)
  const placed = placings.tasks.flatMap(({ task }) => tasks.get(task) ?? [])
  return loadItems(tx, ctx, { file, text: labItemFile(placings, placed) })
}
