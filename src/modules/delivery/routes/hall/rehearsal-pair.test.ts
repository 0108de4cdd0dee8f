import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type TestDatabase, testDatabase } from '../../../../platform/db/test-database.ts'
import { type PairLink, linkOf } from '../../actions/hall/peer/link.ts'
import { openPair } from '../../actions/hall/peer/pair.ts'
import { openPapersAtSite, writeKeyText } from '../../contract.ts'
import type { SealSitePackage } from '../../actions/seal/seal-site-package.ts'
import type { PaperPackage } from '../../core/paper/package.ts'
import type { SiteRoster } from '../../core/site/site-package.ts'
import { SITE_PACKAGE } from '../../fixtures.ts'
import { type SealedSite, openSealedSite } from '../rehearsal-sealed.test.ts'
import { PASS } from '../rehearsal-site.test.ts'

/** The two servers of one site over HTTP, each with a database, keys and a data folder of its own. */
export type RehearsalPair = {
  readonly a: SealedSite
  readonly b: SealedSite
  link(of: SealedSite): PairLink
  addressOf(of: SealedSite): string
  /** Begins the exchange at both. */
  join(): Promise<void>
  /** The exchange of one server ends: for the other it is away as soon as it asks. */
  leave(of: SealedSite): Promise<void>
  /** Sets both clocks. */
  at(minutes: number): void
  /** Until both say that the other holds everything. */
  settled(): Promise<void>
  /** Imports one sealed package at both and opens its papers at each. */
  openAtBoth(): Promise<void>
  end(): Promise<void>
}

export async function openRehearsalPair(order: {
  readonly centre: SiteRoster['centre']
  readonly papers: readonly PaperPackage[]
  readonly documents?: SealSitePackage['documents']
}): Promise<RehearsalPair> {
  const databases: [TestDatabase, TestDatabase] = [await testDatabase(), await testDatabase()]
  const a = await openSealedSite(databases[0].database, order)
  const b = await openSealedSite(databases[1].database, { ...order, beside: a })
  const addresses = new Map<SealedSite, string>()
  for (const one of [a, b]) addresses.set(one, await one.site.app.listen({ port: 0, host: '127.0.0.1' }))
  const link = (of: SealedSite) => {
    const found = linkOf(of.site.ports.database)
    if (!found) throw new Error('the exchange has not begun')
    return found
  }
  const join = async () => {
    const begin = (of: SealedSite, other: SealedSite) =>
      openPair(of.site.ports, { name: of.place.name, peer: addresses.get(other) ?? '', hearTime: () => undefined })
    await begin(a, b)
    await begin(b, a)
  }
  const at = (minutes: number) => void [a, b].map(one => one.site.at(minutes))
  return {
    a,
    b,
    link,
    addressOf: of => addresses.get(of) ?? '',
    join,
    at,
    leave: of => link(of).stop(),
    settled: () => settled([a, b].map(link)),
    openAtBoth: async () => {
      at(-3000)
      const path = await a.seal('real.zhpkg')
      for (const one of [a, b]) if (!(await one.importFile(path)).ok) throw new Error('not imported')
      at(-20)
      for (const one of [a, b]) await openPapers(one)
    },
    end: async () => {
      for (const one of [a, b]) {
        await linkOf(one.site.ports.database)?.stop()
        await one.site.app.close()
        rmSync(one.folder, { recursive: true, force: true })
      }
      for (const database of databases) await database.end()
    },
  }
}

async function openPapers({ site, openingKey }: SealedSite): Promise<void> {
  const opened = await site.call(openPapersAtSite, {
    as: 'manager',
    params: { sitePackageId: SITE_PACKAGE },
    body: { spokenKey: writeKeyText(openingKey), second: { staffId: 'engineer', passPhrase: PASS } },
  })
  if (opened.status !== 200) throw new Error(`not opened: ${opened.code}`)
}

async function settled(links: readonly PairLink[]): Promise<void> {
  const until = performance.now() + 20_000
  for (let quiet = 0; quiet < 2;) {
    const views = links.map(link => link.view())
    quiet = views.every(view => view.state === 'paired' && view.waiting === 0) ? quiet + 1 : 0
    if (performance.now() > until) throw new Error(`the servers do not agree: ${JSON.stringify(views)}`)
    await pause(quiet > 0 ? 600 : 50)
  }
}
