import type { Page } from 'playwright-core'
import { labEngine } from '../../../../src/modules/lab/actions/engine.ts'
import type { TaskDocument } from '../../../../src/modules/lab/core/task/document-schema.ts'
import { rehearse } from '../../../../src/modules/lab/core/task/gates/rehearse.ts'
import type { Params } from '../../../../src/modules/lab/core/task/variant.ts'
import type { Setup } from '../../../../src/modules/lab/core/world/state.ts'
import type { Stage } from '../stage.ts'

/** One command of a solution as it is given. */
export type Given = { readonly type: string; readonly data: Readonly<Record<string, unknown>> }
type Row = { readonly setup: string; readonly content: string }

const worldIdOf = (page: Page): string => page.url().split('/').at(-1) ?? ''

/** What this variant starts from, and its task; a person finds the facts in the papers and letters of the world. */
export async function groundOf(stage: Stage, page: Page): Promise<{ readonly setup: Setup; readonly task: TaskDocument }> {
  const { rows } = await stage.centre.ports.database.pool.query(
    'select w.setup, d.content from lab_world w join lab_document d on d.hash = w.task_hash where w.world_id = $1',
    [worldIdOf(page)],
  )
  const { setup, content } = rows[0] as Row
  return { setup: JSON.parse(setup) as Setup, task: JSON.parse(content) as TaskDocument }
}

/** The reference solution of the world that is open, as the same seed has it played. */
export async function solutionOf(stage: Stage, page: Page): Promise<readonly Given[]> {
  const { setup, task } = await groundOf(stage, page)
  const { given } = rehearse(labEngine, { setup, params: setup.params as Params, brief: '' }, task.reference)
  return given as readonly Given[]
}

/** Begins a task by its number, in one of its ways. */
export async function begin(page: Page, task: string, way: '练习' | '自由' | '引导'): Promise<void> {
  await page.goto('/lab')
  const offer = page
    .getByRole('listitem')
    .filter({ hasText: task })
    .filter({ has: page.getByRole('button', { name: '练习' }) })
  await offer.getByRole('button', { name: way, exact: true }).press('Enter')
  await page.getByRole('tab').first().waitFor()
}
