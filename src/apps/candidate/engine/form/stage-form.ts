import { backOffMs } from '../../../../modules/delivery/contract.ts'
import { type Desk, type Entry, nowOf, pause, set } from '../desk.ts'
import { mayRetry } from '../../ports/exam-server.ts'

/** Fetches the sealed form of an attempt once, while there is time; afterwards it is known whether there is one. */
export function stageForm(desk: Desk, entry: Entry): Promise<void> {
  entry.staging ??= fetchForm(desk, entry)
  return entry.staging
}

async function fetchForm(desk: Desk, entry: Entry): Promise<void> {
  const here = await formOnShelf(entry)
  if (here) return take(desk, entry, here)
  set(desk, { staging: 'fetching' })
  for (let failures = 1; desk.entry?.attemptId === entry.attemptId; failures++) {
    const reply = await desk.parts.server.form(entry.token)
    if (reply.ok) {
      const form = { packageId: reply.value.packageId, bytes: bytesOf(reply.value.formFile) }
      if (form.bytes.length !== reply.value.byteLength) return set(desk, { staging: 'plain' })
      take(desk, entry, form)
      return void (await entry.log.shelf.put('form', form.bytes).catch(() => undefined))
    }
    // whatever else a server says: after the start the paper can be fetched in the open
    if (!mayRetry(reply.refusal)) return set(desk, { staging: 'plain' })
    await pause(desk, backOffMs(failures, desk.parts.dice))
  }
}

function take(desk: Desk, entry: Entry, form: NonNullable<Entry['form']>): void {
  entry.form = form
  set(desk, { staging: 'staged' })
}

const ID_AT = 8

/** The package id stands in the head of the file itself. */
async function formOnShelf(entry: Entry): Promise<Entry['form']> {
  const bytes = await entry.log.shelf.get('form').catch(() => null)
  if (bytes === null) return null
  const hex = Array.from(bytes.subarray(ID_AT, ID_AT + 16), byte => byte.toString(16).padStart(2, '0')).join('')
  return { packageId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), bytes }
}

/** Spread of the first question for the key over a hall. */
const SPREAD_MS = 1_500

/** From the start on: asks for the key of a form that lies here, until it is here too. Called at every tick. */
export function mindKey(desk: Desk): void {
  const { entry, state } = desk
  const { phase } = state
  if (phase.kind !== 'ready' || !entry?.form || entry.asksKey || desk.parts.memory.get('form-key') !== null) return
  if (nowOf(desk) < phase.attempt.opensAt) return
  entry.asksKey = true
  void (async () => {
    await pause(desk, desk.parts.dice() * SPREAD_MS)
    while (desk.entry === entry && desk.state.phase.kind === 'ready' && !(await fetchKey(desk, entry)).ok)
      await pause(desk, 1_000 + desk.parts.dice() * 2_000)
    entry.asksKey = false
  })()
}

/** The key of the form: from the tab's memory, or from a server. Refusals tell why it is too early. */
export async function fetchKey(desk: Desk, entry: Entry) {
  const known = desk.parts.memory.get('form-key')
  if (known !== null) return { ok: true, value: known } as const
  const reply = await desk.parts.server.formKey(entry.token)
  if (!reply.ok) return reply
  if (desk.entry?.attemptId === entry.attemptId) desk.parts.memory.set('form-key', reply.value.formKey)
  return { ok: true, value: reply.value.formKey } as const
}

/** base64url as bytes. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, letter => letter.charCodeAt(0))
}
