import type { ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { FileStore } from '../../../../platform/files/file-store.ts'
import type { readForm, readFormKey } from '../../contract.ts'
import { type Attempt, hasEnded } from '../../core/attempt/attempt.ts'
import { mayStartAt } from '../../core/attempt/rules.ts'
import { type KeptForm, findForm } from '../../store/hall/intake.ts'
import { hallGate } from '../hall/gate.ts'
import { identifySeatedBearer } from './identify-bearer.ts'

type Request = { readonly params: { readonly attemptId: string } }

/** The sealed form, from admission on: without its key it says nothing. Refusals: those of the bearer, `attempt-over`, `forms-not-staged`. */
export async function readFormAction(tx: Tx, request: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof readForm>>> {
  const found = await formOf(tx, request, ctx)
  if (!found.ok) return found
  const { packageId, formFile, byteLength } = found.value.form
  return ok({ packageId, formFile: await textOf(ctx.ports.files, formFile), byteLength })
}

/**
 * The key of the form. An attempt that runs gets it at any time; one that waits only when the start has come, the site is armed and the
 * room goes on. Refusals: those of the bearer, `attempt-over`, `forms-not-staged`, of `mayStartAt` and of `hallGate`.
 */
export async function readFormKeyAction(tx: Tx, request: Request, ctx: Ctx): Promise<Result<ReplyOf<typeof readFormKey>>> {
  const found = await formOf(tx, request, ctx)
  if (!found.ok) return found
  const { attempt, form } = found.value
  if (attempt.state === 'ready') {
    const time = mayStartAt(attempt.rules, ctx.now)
    if (!time.ok) return time
    const gate = await hallGate(tx, attempt)
    if (!gate.ok) return gate
  }
  return ok({ formKey: ctx.ports.keys.open(form.formKeySealed), serverTime: ctx.now })
}

async function formOf(tx: Tx, { params }: Request, ctx: Ctx): Promise<Result<{ readonly attempt: Attempt; readonly form: KeptForm }>> {
  const bearer = await identifySeatedBearer(tx, ctx, { attemptId: params.attemptId, lock: false })
  if (!bearer.ok) return bearer
  const { attempt } = bearer.value
  if (hasEnded(attempt)) return refuse('attempt-over')
  const form = await findForm(tx, attempt.packageId)
  return form === undefined ? refuse('forms-not-staged') : ok({ attempt, form })
}

const texts = new Map<string, Promise<string>>()
const MOST_KEPT = 8

/** The few forms of a sitting are asked for by everybody at once: each is read and written as text once. */
function textOf(files: Pick<FileStore, 'get'>, formFile: string): Promise<string> {
  const known = texts.get(formFile)
  if (known) return known
  const text = files.get(formFile).then(bytes => bytes.toString('base64url'))
  if (texts.size >= MOST_KEPT) texts.clear()
  texts.set(formFile, text)
  text.catch(() => texts.delete(formFile))
  return text
}
