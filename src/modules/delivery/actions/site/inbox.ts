import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fillText } from '../../../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { archiveRefusals } from '../../../../platform/archive/archive-refusals.ts'
import { deliveryRefusals } from '../../core/refusals.ts'
import { importPackage } from './import-package.ts'
import { type SitePlace, inboxFolder, receiptFile, resultNotes } from './place.ts'
import { keepReceipt } from './results-at-site.ts'

/** What a command reads of a package it has laid down. */
export type InboxOutcome = { readonly ok: boolean; readonly zh: string; readonly en: string }

/**
 * Takes in what commands laid down beside the running server: sealed packages and receipts. Both show by their signatures whether they are
 * what they say, so nobody has to be signed in. The outcome is written beside; gives how many were looked at.
 */
export async function takeInbox(ctx: Ctx, place: SitePlace): Promise<number> {
  const folder = inboxFolder(place.dataFolder)
  const packages = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.zhpkg')) : []
  for (const name of packages) {
    const taken = await importPackage(ctx, place, join(folder, name))
    const told = taken.ok
      ? { ok: true, zh: `已装入“${taken.value.title}”，摘要${taken.value.digest}`, en: 'imported' }
      : { ok: false, ...refusalTexts(taken.refusal) }
    await writeOutcome(join(folder, `${name}.outcome.json`), told)
    await rm(join(folder, name), { force: true })
  }
  return packages.length + (await takeReceipts(ctx, place))
}

async function takeReceipts(ctx: Ctx, place: SitePlace): Promise<number> {
  const waiting = resultNotes(place.dataFolder).filter(({ resultId }) => existsSync(receiptFile(place.dataFolder, resultId)))
  for (const { sittingId, resultId } of waiting) {
    const path = receiptFile(place.dataFolder, resultId)
    const text = readFileSync(path, 'utf8')
    const kept = await ctx.ports.database.transact(tx => keepReceipt(tx, ctx, { sittingId, resultId }, text))
    if (!kept.ok) ctx.ports.log.warn({ resultId, why: kept.refusal.code }, 'a receipt was not taken')
    await rename(path, `${path}.${kept.ok ? 'taken' : 'refused'}`)
  }
  return waiting.length
}

async function writeOutcome(path: string, outcome: InboxOutcome): Promise<void> {
  await writeFile(`${path}.part`, JSON.stringify(outcome), { mode: 0o600 })
  await rename(`${path}.part`, path)
}

function refusalTexts({ code, facts }: Refusal): { readonly zh: string; readonly en: string } {
  const told = { ...archiveRefusals, ...deliveryRefusals }[code]
  return told === undefined ? { zh: code, en: code } : { zh: fillText(told.zh, facts), en: fillText(told.en, facts) }
}
