import type { z } from 'zod'
import type { Frozen } from '../../../../kernel/brand.ts'
import type { DecideContext, TimerWish } from '../../core/app/lab-app.ts'
import type { Json } from '../../core/world/canonical.ts'
import { worldTime } from '../../core/world/ids.ts'
import type { CertData, Made, PkiConfig, PkiSlice, Subject } from './slice.ts'

const DAY = 86_400
type Slice = Frozen<PkiSlice>
export type Key = { readonly secret: string; readonly public: string }
type Luck = Pick<DecideContext, 'draws'>

/** 32 bytes of this world's luck for one thing, in hexadecimal. */
export function entropyFor(ctx: Luck, about: string): string {
  const word = (i: number): string =>
    ctx.draws.number({ agent: 'pki.ca', purpose: 'key', about }, i, 0x1_0000_0000).toString(16).padStart(8, '0')
  return Array.from({ length: 8 }, (_unused, i) => word(i)).join('')
}

/** A serial number of 8 bytes, positive as it stands. */
export function serialFor(ctx: Luck, about: string): string {
  const luck = { agent: 'pki.ca', purpose: 'serial', about }
  const high = 0x1000_0000 + ctx.draws.number(luck, 0, 0x6fff_ffff)
  return `${high.toString(16)}${ctx.draws.number(luck, 1, 0x1_0000_0000).toString(16).padStart(8, '0')}`
}

export function newKey(ctx: DecideContext, about: string): Key {
  return ctx.effect('pki.key', { entropy: entropyFor(ctx, about) }) as unknown as Key
}

type Wanted = {
  readonly id: string
  readonly subject: Subject
  readonly key: Key
  readonly from: number
  readonly until: number
  readonly usage: readonly string[]
  readonly ca?: boolean
  readonly holder?: string | null
  readonly partner?: string | null
  readonly store?: 'soft' | 'token' | null
}

/** A real certificate for a key; without an issuer the key vouches for itself. */
export function issue(ctx: DecideContext, wanted: Wanted, issuer: CertData | null): CertData {
  const { id, subject, key, from, until, usage, ca = false, holder = null, partner = null, store = null } = wanted
  const serial = serialFor(ctx, id)
  const wish = { serial, subject: { ...subject }, public: key.public, from, until, ca, usage: [...usage] }
  const above = issuer === null ? null : { secret: issuer.privateKey.hidden, pem: issuer.pem }
  const made = ctx.effect('pki.certificate', { wish, issuer: above, secret: key.secret }) as { pem: string; fingerprint: string }
  return {
    serial,
    id,
    issuer: issuer?.serial ?? serial,
    subject: { ...subject },
    usage: [...usage],
    from,
    until,
    holder,
    partner,
    store,
    public: key.public,
    privateKey: { hidden: key.secret },
    pem: made.pem,
    fingerprint: made.fingerprint,
  }
}

export type Material = { readonly root: CertData; readonly issuing: CertData; readonly certs: readonly CertData[] }
type Event = { readonly type: string; readonly data: Json }
export type Ready = Material & { readonly events: readonly Event[]; readonly timers: readonly TimerWish[] }

/** The authority's own keys and the certificates of this world: as they are, or made now, when somebody asks for the first time. */
export function ready(s: Slice, ctx: DecideContext): Ready {
  if (s.root !== null && s.issuing !== null)
    return { root: s.root as CertData, issuing: s.issuing as CertData, certs: s.certs as unknown as CertData[], events: [], timers: [] }
  const made = establish(s, ctx)
  const timers = made.certs.flatMap(c => (c.holder === null || c.revoked ? [] : [expiry(c)]))
  return { ...made, events: [{ type: 'established', data: made as unknown as Json }], timers }
}

export function expiry({ serial, until }: Pick<CertData, 'serial' | 'until'>): TimerWish {
  return {
    at: worldTime(until),
    by: 'pki.ca',
    type: 'pki.expire',
    data: { serial },
    key: `cert:${serial}`,
    known: `证书 ${serial.slice(0, 8)}… 到期`,
  }
}

function establish(s: Slice, ctx: DecideContext): z.output<typeof Made> {
  const [from, until] = [ctx.now - 400 * DAY, ctx.now + 3650 * DAY]
  const own = (name: string): Subject => ({ name, org: s.config.name, email: '' })
  const authority = { from, until, usage: ['keyCertSign', 'cRLSign'], ca: true }
  const root = issue(ctx, { ...authority, id: 'root', subject: own(`${s.config.name}根证书`), key: newKey(ctx, 'root') }, null)
  const issuing = issue(ctx, { ...authority, id: 'issuing', subject: own(`${s.config.name}签发证书`), key: newKey(ctx, 'issuing') }, root)
  const { partners, owners, documents } = s.prepared.hidden
  const certs = [
    ...partners.map(p => ({ ...partnerCert(ctx, p, issuing), revoked: p.revoked })),
    ...owners.map(o => ({ ...ownerCert(ctx, o, issuing), revoked: o.revoked })),
  ]
  const papers = documents.map(({ id, text, signer }) => {
    const cert = certs.find(c => c.id === signer)
    if (cert === undefined) throw new RangeError(`no certificate ${signer} for the paper ${id}`)
    return { id, p7s: signWith(ctx, cert, issuing, text) }
  })
  return { root, issuing, certs, documents: papers }
}

const USAGE = ['digitalSignature', 'nonRepudiation', 'keyAgreement', 'emailProtection', 'clientAuth']

function partnerCert(ctx: DecideContext, p: Frozen<PkiConfig['partners'][number]>, issuing: CertData): CertData {
  const from = ctx.now - 300 * DAY
  const until = p.expired ? ctx.now - DAY : ctx.now + 400 * DAY
  const wanted = { id: p.id, subject: p.subject, key: newKey(ctx, p.id), from, until, usage: USAGE, partner: p.id }
  return issue(ctx, wanted, p.selfIssued ? null : issuing)
}

function ownerCert(ctx: DecideContext, o: Frozen<PkiConfig['owners'][number]>, issuing: CertData): CertData {
  const [from, until] = [ctx.now - 65 * DAY, ctx.now + o.daysLeft * DAY]
  return issue(
    ctx,
    { id: o.id, subject: o.subject, key: newKey(ctx, o.id), from, until, usage: o.usage, holder: o.persona, store: o.store },
    issuing,
  )
}

/** A detached signature over a text with the key of a certificate. */
export function signWith(ctx: DecideContext, cert: CertData, issuing: CertData, content: string): string {
  return ctx.effect('cms.sign', {
    content,
    secret: cert.privateKey.hidden,
    certificate: cert.pem,
    chain: [issuing.pem],
    at: ctx.now,
  }) as string
}

/** A letter to an applicant, where there is mail; one that cannot be delivered is lost, as letters are. */
export function writeTo(s: Slice, ctx: DecideContext, to: string, letter: { readonly subject: string; readonly text: string }): void {
  if (ctx.has('mail')) ctx.call('mail.receive', { to, from: { name: s.config.name, addr: 'ra@ca.lab.test' }, ...letter })
}
