import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { type BankItem, levelsFor } from '../../../item-bank/contract.ts'
import { itemVersionsOf } from '../../../item-bank/index.ts'
import type { BankFacts } from '../../core/pool/bank-pool.ts'
import type { AssemblyProblem } from '../../core/problem/problem.ts'
import { type Translated, problemOf } from '../../core/translate/problem-of.ts'
import { listRecentItems } from '../../store/forms/forms.ts'
import type { KeptRun } from '../../store/runs/runs.ts'
import { bankFacts } from '../pool/bank-facts.ts'

export type RunProblem = Translated & { readonly levels: readonly string[]; readonly facts: BankFacts }
/** Versions that accepted forms of the same run have used: their use is no reason against the others. */
type Siblings = ReadonlySet<string>

/**
 * The blueprint of a run over the bank as it is now. Refuses `list-item-unknown` when the blueprint names items that are not
 * to be had, and the standard's refusals.
 */
export async function problemOfRun(tx: Tx, run: KeptRun, now: number, siblings: Siblings = new Set()): Promise<Result<RunProblem>> {
  const { place, overlap } = run.body
  const levels = levelsFor(place)
  if (!levels.ok) return levels
  const bank = await bankFacts(tx, { editionId: place.editionId, levels: levels.value })
  const facts = { ...bank, items: bank.items.map(item => (siblings.has(item.itemVersionId) ? beforeUse(item) : item)) }
  const recent = overlap.recentForms === 0 ? [] : await recentCodes(tx, run, facts.items)
  const given = { body: run.body, facts, levels: levels.value, seen: new Set(run.seenItems), recent, forms: run.forms }
  const translated = problemOf({ ...given, seed: run.seed, now })
  const missing = run.body.lists
    .filter(list => list.kind === 'include')
    .flatMap(list => list.codes)
    .filter(code => !translated.items.has(code))
  if (missing.length > 0) return refuse('list-item-unknown', { codes: missing.slice(0, 20).join('、'), count: missing.length })
  return ok({ ...translated, levels: levels.value, facts })
}

async function recentCodes(tx: Tx, { body, runId }: KeptRun, items: readonly BankItem[]): Promise<readonly (readonly string[])[]> {
  const codes = new Map(items.map(item => [item.itemId as string, item.code]))
  const forms = await listRecentItems(tx, { ...body.place, most: body.overlap.recentForms, runId })
  return forms.map(ids => ids.flatMap(id => codes.get(id) ?? []))
}

function beforeUse(item: BankItem): BankItem {
  return { ...item, exposure: Math.max(0, item.exposure - 1), lastUsedAt: null }
}

/** SHA-256 of everything that decides the outcome; the same digest is the same problem. */
export function digestOf(problem: AssemblyProblem): string {
  return createHash('sha256').update(canonicalJson(problem)).digest('hex')
}

/** Items by their versions, in the order of the versions. */
export async function itemsInOrder(tx: Tx, itemVersionIds: readonly string[]): Promise<readonly BankItem[]> {
  const known = new Map((await itemVersionsOf(tx, itemVersionIds)).map(item => [item.itemVersionId as string, item]))
  return itemVersionIds.map(id => {
    const item = known.get(id)
    if (item === undefined) throw new Error(`no item version ${id}`)
    return item
  })
}
