import { hash } from 'node:crypto'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { passwordMatches } from '../../../../platform/password.ts'
import { SealBroken, openSealed } from '../../../../platform/sealing/age-file.ts'
import { OPENING_KEY_BYTES, type PaperKeys, formKey, papersIdentity, sha256Hex } from '../../../../platform/sealing/derive.ts'
import type { SiteKeys } from '../../../../platform/sealing/site-keys.ts'
import { record } from '../../../audit/index.ts'
import { type PaperPackage, parsePackage } from '../../core/paper/package.ts'
import { jsonOf, judgePart } from '../../core/seal/judge-manifest.ts'
import { readKeyText } from '../../core/seal/key-text.ts'
import { DocumentLine, PapersHead, type SealManifest } from '../../core/seal/manifest.ts'
import { judgeKey, judgeOpeners, mayOpenAt } from '../../core/seal/opening.ts'
import type { SealedDocument } from './seal-site-package.ts'
import type { SiteRoster } from '../../core/site/site-package.ts'
import { openSealedRoster } from './read-site-package.ts'
import { type SitePackageFile, type SiteTrust, checkPart, streamPart, withSitePackage } from './site-package-file.ts'

/** One of the two who open, with the pass phrase they typed; null for somebody whom the caller has identified already. */
export type Opener = { readonly staffId: string; readonly passPhrase: string | null }

export type OpenPapers = {
  readonly path: string
  readonly trust: SiteTrust
  readonly keys: Pick<SiteKeys, 'identity'>
  /** As typed, in whatever spacing. */
  readonly keyText: string
  readonly openers: readonly [Opener, Opener]
  /** Manifests of other packages here, so that a rehearsal key is called by its name. */
  readonly others?: readonly SealManifest[]
}

/** Gets each paper with the key of its form, one after the other; nothing it does may last unless the opening ends well. */
export type TakePaper = (paper: PaperPackage, formKey: Buffer) => Promise<void>
/** Gets each document of the laboratory after the papers; its text is that of its digest. */
export type TakeDocument = (document: SealedDocument) => Promise<void>

const IGNORED: TakeDocument = async () => undefined

/** What stands after an opening. */
export type Opened = { readonly manifest: SealManifest; readonly roster: SiteRoster; readonly packageIds: readonly string[] }

/**
 * Opens the papers of a package with both keys, in the presence of two. Every attempt, also a refused one, stands in the audit log.
 * Runs outside a transaction, because a large package takes seconds; `take` is called for one paper after the other.
 * Refusals: as `openRoster`, those of `readKeyText`, `judgeOpeners`, `mayOpenAt` and `judgeKey`.
 */
export async function openPapers(
  ctx: Ctx,
  order: OpenPapers,
  take: TakePaper,
  takeDocument: TakeDocument = IGNORED,
): Promise<Result<Opened>> {
  const subject = { kind: 'site-package', id: order.trust.siteCode }
  const openers = order.openers.map(opener => opener.staffId)
  const opened = await withSitePackage(order.path, order.trust, file => openWith(file, ctx, order, { take, takeDocument }))
  const facts = opened.ok
    ? { openers, package: opened.value.manifest.sitePackageId, papers: opened.value.packageIds.length }
    : { openers, why: opened.refusal.code }
  await ctx.ports.database.transact(tx => record(tx, ctx, { type: opened.ok ? 'papers-opened' : 'papers-opening-refused', subject, facts }))
  return opened
}

type Taking = { readonly take: TakePaper; readonly takeDocument: TakeDocument }

async function openWith(file: SitePackageFile, ctx: Ctx, order: OpenPapers, taking: Taking): Promise<Result<Opened>> {
  const { manifest } = file
  const sealed = await openSealedRoster(file, order.keys)
  if (!sealed.ok) return sealed
  const { roster, siteSecret } = sealed.value
  const permitted = await mayOpen(manifest, roster, ctx, order)
  if (!permitted.ok) return permitted
  const whole = await checkPart(file, 'papers.age')
  if (!whole.ok) return whole
  const keys: PaperKeys = { siteSecret: Buffer.from(siteSecret, 'hex'), openingKey: permitted.value, sitePackageId: manifest.sitePackageId }
  const taken = await takePapers(file, keys, taking)
  return taken.ok ? ok({ manifest, roster, packageIds: taken.value }) : taken
}

/** The opening key, if these two may open now and it is the right one. Its hash is compared before anything is tried with it. */
async function mayOpen(manifest: SealManifest, roster: SiteRoster, ctx: Ctx, order: OpenPapers): Promise<Result<Uint8Array>> {
  const [first, second] = order.openers
  const persons = judgeOpeners(roster.staff, [first.staffId, second.staffId])
  if (!persons.ok) return persons
  for (const { staffId, passPhrase } of order.openers) {
    const verifier = roster.staff.find(one => one.staffId === staffId)?.passVerifier ?? null
    if (passPhrase !== null && !(await passwordMatches(passPhrase, verifier))) return refuse('opener-unknown')
  }
  const time = mayOpenAt(manifest, roster.sittings, ctx.now)
  if (!time.ok) return time
  const key = readKeyText(order.keyText, OPENING_KEY_BYTES)
  if (!key.ok) return key
  const right = judgeKey(manifest, sha256Hex(key.value), order.others)
  return right.ok ? key : right
}

async function takePapers(file: SitePackageFile, keys: PaperKeys, { take, takeDocument }: Taking): Promise<Result<readonly string[]>> {
  const source = await streamPart(file, 'papers.age')
  if (!source.ok) return source
  try {
    const lines = linesOf(openSealed(source.value.stream, papersIdentity(keys)))
    const taken = await takeLines(lines, file.manifest, {
      take: (paper: PaperPackage) => take(paper, formKey(keys, paper.packageId)),
      takeDocument,
    })
    if (!taken.ok) return taken
    const still = judgePart(file.manifest, 'papers.age', source.value.facts())
    return still.ok ? taken : still
  } catch (error) {
    if (error instanceof SealBroken) return refuse('package-parts-differ')
    throw error
  }
}

type Keeping = { readonly take: (paper: PaperPackage) => Promise<void>; readonly takeDocument: TakeDocument }

/** The papers of the manifest, all of them, in their order, then its documents, and nothing else. */
async function takeLines(lines: AsyncIterable<string>, manifest: SealManifest, keeping: Keeping): Promise<Result<readonly string[]>> {
  const taken: string[] = []
  const documents: string[] = []
  let head: PapersHead | null = null
  for await (const line of lines) {
    if (head === null) {
      const read = PapersHead.safeParse(jsonOf(line))
      if (!read.success || read.data.sitePackageId !== manifest.sitePackageId || read.data.count !== manifest.papers.length)
        return refuse('package-parts-differ')
      head = read.data
    } else if (taken.length < manifest.papers.length) {
      const paper = paperOf(line, manifest.papers[taken.length])
      if (paper === null) return refuse('package-parts-differ')
      await keeping.take(paper)
      taken.push(paper.packageId)
    } else {
      const document = documentOf(line, manifest.documents?.[documents.length])
      if (document === null) return refuse('package-parts-differ')
      await keeping.takeDocument(document)
      documents.push(document.sha256)
    }
  }
  const isAll = taken.length === manifest.papers.length && documents.length === (manifest.documents?.length ?? 0)
  return isAll ? ok(taken) : refuse('package-parts-differ')
}

type Listed<T> = T | undefined

/** Null when the line is not the paper that the manifest lists there. */
function paperOf(line: string, listed: Listed<SealManifest['papers'][number]>): PaperPackage | null {
  const paper = parsePackage(jsonOf(line), text => hash('sha256', text, 'hex'))
  return paper.ok && paper.value.packageId === listed?.packageId && paper.value.digest === listed.digest ? paper.value : null
}

function documentOf(line: string, listed: Listed<{ readonly sha256: string }>): SealedDocument | null {
  const read = DocumentLine.safeParse(jsonOf(line))
  if (!read.success || read.data.document !== listed?.sha256) return null
  return hash('sha256', read.data.text, 'hex') === listed.sha256 ? { sha256: listed.sha256, text: read.data.text } : null
}

/** Errors of the pieces reach whoever reads the lines. */
async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer[] = []
  for await (const piece of pieces) {
    let rest = piece
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield Buffer.concat([...held, rest.subarray(0, end)]).toString()
      held = []
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) held.push(rest)
  }
  if (held.length > 0) yield Buffer.concat(held).toString()
}
