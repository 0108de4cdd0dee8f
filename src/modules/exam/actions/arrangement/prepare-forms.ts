import { createHash } from 'node:crypto'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { assembleForm, packageOfForm } from '../../../assembly/index.ts'
import { installPackage } from '../../../delivery/index.ts'
import type { PaperPackage } from '../../../delivery/contract.ts'
import { practicalPackage } from '../../core/arrangement/practical-package.ts'
import type { SittingPlan } from '../../core/arrangement/plan-arrangement.ts'
import { levelName } from '../../core/level-names.ts'
import type { KeptSession } from '../../store/sessions.ts'
import { formsOfSession, insertForm, type SessionForm } from '../../store/sittings.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
export type FormNeed = { readonly level: string; readonly form: SessionForm['form']; readonly minutes: number }

/** What a plan plays: A and B for each level with a theory paper, P for each with a practical one (worlds differ from candidate to candidate). */
export function formsNeeded(plans: readonly SittingPlan[]): readonly FormNeed[] {
  const needs = new Map<string, FormNeed>()
  for (const { level, paper, minutes } of plans)
    for (const form of paper === 'theory' ? (['A', 'B'] as const) : (['P'] as const))
      needs.set(`${level} ${form}`, { level, form, minutes })
  return [...needs.values()].sort((a, b) => (`${a.level}${a.form}` < `${b.level}${b.form}` ? -1 : 1))
}

/** Assembles one form and installs its package, in one transaction; a form that stands already stays. Refuses as the assembly does. */
export async function prepareForm(tx: Tx, ctx: Ctx, session: KeptSession, need: FormNeed): Promise<Result<true>> {
  const known = await formsOfSession(tx, session.id)
  if (known.some(f => f.level === need.level && f.form === need.form)) return ok(true)
  const made = need.form === 'P' ? await practicalForm(tx, ctx, session, need) : await assembled(tx, ctx, session, need)
  if (!made.ok) return made
  const installed = await installPackage(tx, ctx, made.value.paper)
  if (!installed.ok) return installed
  await insertForm(tx, session.id, { level: need.level, form: need.form, formId: made.value.formId, packageId: installed.value.packageId })
  return ok(true)
}

type MadeForm = { readonly formId: string; readonly paper: PaperPackage }

async function assembled(tx: Tx, ctx: Ctx, session: KeptSession, { level, form }: FormNeed): Promise<Result<MadeForm>> {
  const seed = `${session.scheme}|${session.code}|${level}|${form}`
  const part = form === 'P' ? 'practical' : 'theory'
  const made = await assembleForm(tx, ctx, { editionId: session.editionId, level, workType: null, seed, part })
  if (!made.ok) return made
  const { formId } = made.value
  return ok({ formId, paper: await packageOfForm(tx, ctx, formId) })
}

/** Without a weight table for it, or without anything in the bank, there is no practical form. */
const BY_HAND = new Set(['no-practical-items', 'weights-not-stated', 'practical-not-examined'])

/** Where there is no practical form for a level, the hall hands the work out and assessors mark it. */
async function practicalForm(tx: Tx, ctx: Ctx, session: KeptSession, need: FormNeed): Promise<Result<MadeForm>> {
  const made = await assembled(tx, ctx, session, need)
  return !made.ok && BY_HAND.has(made.refusal.code) ? ok(hallForm(session, need)) : made
}

function hallForm({ editionId }: KeptSession, { level, minutes }: FormNeed): MadeForm {
  const paper = practicalPackage({ packageId: newId(), editionId, level, levelName: levelName(editionId, level), minutes }, sha256)
  return { formId: '', paper }
}
