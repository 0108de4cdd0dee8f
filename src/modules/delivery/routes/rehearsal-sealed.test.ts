import { hash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import { plusMinutes } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import { hashPassword } from '../../../platform/password.ts'
import { newOpeningKey } from '../../../platform/sealing/derive.ts'
import { newSigningKey } from '../../../platform/sealing/signing-keys.ts'
import { type SiteKeys, openSiteKeys } from '../../../platform/sealing/site-keys.ts'
import { testContext } from '../../../platform/test-context.ts'
import { type SealSitePackage, sealSitePackage } from '../actions/seal/seal-site-package.ts'
import { importPackage } from '../actions/site/import-package.ts'
import { type SitePlace, sealersFile } from '../actions/site/place.ts'
import { importSitePackage } from '../contract.ts'
import type { PaperPackage } from '../core/paper/package.ts'
import type { SiteRoster } from '../core/site/site-package.ts'
import { OPENING, aPackage, aRoster } from '../fixtures.ts'
import { standingRoutes } from './centre-routes.ts'
import { drillRoutes } from './hall/drill-routes.ts'
import { peerRoutes, peerWordRoutes } from './hall/peer-routes.ts'
import { formRoutes, packageRoutes } from './package-routes.ts'
import { certify } from './rehearsal-certificate.test.ts'
import { PASS, type RehearsalSite, openRehearsalSite } from './rehearsal-site.test.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')
export const SITE_CODE = '91012001'

/** A site that gets its papers sealed: keys, sealers, and packages made for it. */
export type SealedSite = {
  readonly site: RehearsalSite
  readonly place: SitePlace
  readonly folder: string
  readonly keys: SiteKeys
  readonly openingKey: Uint8Array
  readonly roster: SiteRoster
  readonly papers: readonly PaperPackage[]
  /** A readiness certificate of this site, as a drill earns it. */
  certify(): Promise<void>
  /** Seals a package for this site into the folder and gives its path. */
  seal(name: string, changes?: Partial<SealSitePackage>): Promise<string>
  /** As `zhiheng site import` does it. */
  importFile(path: string): ReturnType<typeof importPackage>
  /** As a console does it. */
  upload(bytes: Buffer, as: string): Promise<{ readonly status: number; readonly code: string | null; readonly body: never }>
}

type Order = {
  readonly centre?: SiteRoster['centre']
  readonly papers?: readonly PaperPackage[]
  /** What items of the laboratory are played with. */
  readonly documents?: SealSitePackage['documents']
  /** The other server of the same site: the same keys, sealers and packages, a data folder of its own. */
  readonly beside?: SealedSite
}

export async function openSealedSite(
  database: Database,
  { centre, papers = [aPackage(sha256)], documents = [], beside }: Order = {},
): Promise<SealedSite> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiheng-sealed-'))
  if (beside) cpSync(join(beside.folder, 'keys'), join(folder, 'keys'), { recursive: true })
  const keys = await openSiteKeys(folder, SITE_CODE)
  const signing = ['甲', '乙'].map(name => ({ name, key: newSigningKey() }))
  const sealers = signing.map(({ name, key }, n) => ({ sealerId: `s-${n}`, personRef: name, name, publicKey: key.publicKey }))
  if (!beside) writeFileSync(sealersFile(folder), JSON.stringify(sealers))
  mkdirSync(join(folder, 'made'))
  const place: SitePlace = { dataFolder: folder, name: beside ? 'B' : 'A', engine: '0.1.0' }
  const site = await openRehearsalSite(database, [
    ...formRoutes,
    ...packageRoutes(place),
    ...peerRoutes,
    ...peerWordRoutes(place),
    ...standingRoutes,
    ...drillRoutes(place),
  ])
  const roster = beside?.roster ?? { ...aRoster(await hashPassword(PASS), { rehearsal: false }), ...(centre ? { centre } : {}) }
  const openingKey = beside?.openingKey ?? newOpeningKey()
  const order = (name: string): SealSitePackage => ({
    roster,
    papers,
    list: papers.map(({ packageId, digest }) => ({ packageId, digest })),
    documents,
    recipient: keys.recipient,
    openingKey,
    sealers: signing.map(({ key }, n) => ({ sealerId: `s-${n}`, sign: key.sign })) as unknown as SealSitePackage['sealers'],
    sealedAt: plusMinutes(OPENING, -5000),
    validFrom: plusMinutes(OPENING, -4000),
    validUntil: plusMinutes(OPENING, 2000),
    engine: { from: '0.1.0', until: '0.1.0' },
    target: join(folder, 'made', name),
  })
  return {
    site,
    place,
    folder,
    keys,
    openingKey,
    roster,
    papers,
    certify: () => certify(site, keys, SITE_CODE),
    seal: async (name, changes = {}) => {
      const sealed = await sealSitePackage({ ...order(name), ...changes })
      if (!sealed.ok) throw new Error(sealed.refusal.code)
      return order(name).target
    },
    importFile: path => importPackage(testContext(site.ports, { kind: 'system', job: 'import' }, site.ports.clock.now()), place, path),
    upload: async (bytes, as) => sendFile(site, importSitePackage, { bytes, as }),
  }
}

/** One file in the form of a browser. */
export async function sendFile(
  site: Pick<RehearsalSite, 'app'>,
  endpoint: Endpoint,
  how: {
    readonly bytes: Buffer
    readonly as?: string
    readonly fields?: Readonly<Record<string, string>>
    readonly params?: Readonly<Record<string, string>>
  },
) {
  const edge = 'zhiheng-edge'
  const fields = Object.entries(how.fields ?? {}).map(
    ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(fields.join('') + head), how.bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  const headers = how.as === undefined ? {} : await signedIn(site, how.as)
  const reply = await site.app.inject({
    method: endpoint.method,
    url: endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(how.params?.[name] ?? '')),
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${edge}` },
    payload,
  })
  const told = JSON.parse(reply.body) as { error?: { code: string } }
  return { status: reply.statusCode, code: told.error?.code ?? null, body: told as never }
}

async function signedIn({ app }: Pick<RehearsalSite, 'app'>, staffId: string) {
  const reply = await app.inject({ method: 'POST', url: '/api/delivery/hall/sign-ins', payload: { staffId, passPhrase: PASS } })
  const [token, csrf] = ['zh_signin', 'zh_csrf'].map(name => reply.cookies.find(one => one.name === name)?.value ?? '')
  return { cookie: `zh_signin=${token}; zh_csrf=${csrf}`, 'x-zhiheng-csrf': csrf ?? '' }
}
