import { type PaperView, presentForm } from '../../../../modules/delivery/contract.ts'
import type { Desk, Entry } from '../desk.ts'
import { readJson, writeJson } from '../../ports/local-shelf.ts'

/** The paper of an attempt from what lies on this machine, in its order; null when it does not, or its key is not here. */
export async function paperHere(desk: Desk, entry: Entry): Promise<PaperView | null> {
  const key = desk.parts.memory.get('form-key')
  if (entry.form !== null && key !== null) {
    const opened = await openForm(desk, entry, key)
    if (opened) return opened
  }
  return readJson<PaperView>(entry.log.shelf, 'paper')
}

/** Null when key and form do not belong together: then the form is of no use, and the paper is fetched in the open. */
export async function openForm(desk: Desk, entry: Entry, key: string): Promise<PaperView | null> {
  if (entry.form === null) return null
  const form = await desk.parts.openForm(entry.form.bytes, entry.form.packageId, key)
  return form && presentForm(form, entry.known.presentation, entry.attemptId)
}

/** A paper that came in the open is kept under the key of the log, so that the page comes up without a server too. */
export function keepPaper(entry: Entry, paper: PaperView): void {
  if (entry.form === null) void writeJson(entry.log.shelf, 'paper', paper)
}
