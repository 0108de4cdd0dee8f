import type { BodyOf, ReplyOf } from '../../../../kernel/endpoint.ts'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { RolledBack } from '../../../../platform/db/database.ts'
import { sha256Hex } from '../../../../platform/sealing/derive.ts'
import { joinShares } from '../../../../platform/sealing/key-shares.ts'
import { record } from '../../../audit/index.ts'
import type { openPapersAtSite } from '../../contract.ts'
import { type PaperPackage, foreignPictures } from '../../core/paper/package.ts'
import { writeKeyText } from '../../core/seal/key-text.ts'
import { type KeyShare, judgeShares, keyMarkOf, readShare } from '../../core/seal/share.ts'
import { currentPackage } from '../../store/hall/site.ts'
import { type StagedPackage, stagedPackages } from '../../store/hall/intake.ts'
import { type Keepers, byTwo, mustBe } from '../hall/keepers.ts'
import { type Opener, openPapers } from '../seal/open-papers.ts'
import type { SealedDocument } from '../seal/seal-site-package.ts'
import { type StagedPaper, installStaged, stagePaper, unstage } from './stage-papers.ts'
import { type SitePlace, ownEnrolment, packageFile } from './place.ts'

type Request = { readonly params: { readonly sitePackageId: string }; readonly body: BodyOf<typeof openPapersAtSite> }
type Opening = ReplyOf<typeof openPapersAtSite>

/**
 * Opens the papers by manager and engineer: who is signed in at the console, and the other with a pass phrase. Each paper goes into the file
 * store, sealed with the keys of this server, and once more as a form for the browsers; what is not used is deleted again.
 * Every refusal stands in the audit log.
 */
export function openPapersAction(place: SitePlace) {
  return async (request: Request, ctx: Ctx): Promise<Result<Opening>> => {
    const { sitePackageId } = request.params
    const ready = await prepare(request, ctx)
    if (ready.ok) return openReady(ready.value, place, ctx)
    const facts = { openers: [actorOf(ctx), request.body.second.staffId], why: ready.refusal.code }
    await ctx.ports.database.transact(tx =>
      record(tx, ctx, { type: 'papers-opening-refused', subject: { kind: 'site-package', id: sitePackageId }, facts }),
    )
    return ready
  }
}

const actorOf = ({ actor }: Ctx) => (actor.kind === 'person' ? actor.personId : actor.kind)

type Ready = {
  readonly staged: StagedPackage
  readonly openers: readonly [Opener, Opener]
  readonly keyText: string
  readonly others: readonly StagedPackage[]
}

/** Everything that can be said before the package is touched. */
async function prepare({ params, body }: Request, ctx: Ctx): Promise<Result<Ready>> {
  const persons = await byTwo<Keepers>(ctx, {
    act: 'open-papers',
    witness: body.second,
    run: async (_tx, keepers) => {
      const permitted = mustBe('open-papers', keepers)
      return permitted.ok ? ok(keepers) : permitted
    },
  })
  if (!persons.ok) return persons
  const found = await findOpenable(ctx, params.sitePackageId)
  if (!found.ok) return found
  const keyText = await keyTextOf(body.spokenKey)
  if (!keyText.ok) return keyText
  const { first, second } = persons.value
  const openers = [first.staffId, second?.staffId ?? ''].map(staffId => ({ staffId, passPhrase: null }))
  return ok({ ...found.value, openers: openers as [Opener, Opener], keyText: keyText.value })
}

async function findOpenable(ctx: Ctx, sitePackageId: string): Promise<Result<Pick<Ready, 'staged' | 'others'>>> {
  return ctx.ports.database.transact(async tx => {
    const [all, current] = [await stagedPackages(tx), await currentPackage(tx)]
    const staged = all.find(one => one.sitePackageId === sitePackageId)
    if (staged === undefined || current === undefined) return refuse('site-package-unknown')
    if (current.sitePackageId !== sitePackageId) return refuse('package-not-current', { title: current.title })
    if (staged.papersOpenedAt !== null) return refuse('papers-open-already')
    return ok({ staged, others: all.filter(one => one !== staged) })
  })
}

/** The key as it was said, or joined from shares, one a line. Refusals: those of key texts and shares. */
async function keyTextOf(spoken: string): Promise<Result<string>> {
  const lines = spoken
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const [only = ''] = lines
  if (lines.length <= 1 && !readShare(only).ok) return ok(only)
  const shares: KeyShare[] = []
  for (const line of lines) {
    const share = readShare(line)
    if (!share.ok) return share
    shares.push(share.value)
  }
  const judged = judgeShares(shares)
  if (!judged.ok) return judged
  const key = await joinShares(judged.value)
  return keyMarkOf(sha256Hex(key)) === shares[0]?.keyMark ? ok(writeKeyText(key)) : refuse('shares-do-not-join')
}

async function openReady({ staged, openers, keyText, others }: Ready, place: SitePlace, ctx: Ctx): Promise<Result<Opening>> {
  const site = await ownEnrolment(place)
  if (!site.ok) return site
  const { sitePackageId } = staged
  const papers: StagedPaper[] = []
  const documents: SealedDocument[] = []
  const take = async (paper: PaperPackage, formKey: Buffer) =>
    void (wholePictures(paper) && papers.push(await stagePaper(ctx, paper, formKey)))
  const order = {
    path: packageFile(place.dataFolder, sitePackageId),
    ...site.value,
    keyText,
    openers,
    others: others.map(one => one.manifest),
  }
  try {
    const opened = await openPapers(ctx, order, take, async document => void documents.push(document))
    const installed =
      opened.ok && papers.length === opened.value.packageIds.length
        ? await ctx.ports.database.transact(async tx => {
            const done = await installStaged(tx, ctx, sitePackageId, { papers, documents })
            if (!done.ok) throw new RolledBack(done)
            return done
          })
        : opened.ok
          ? refuse('package-parts-differ')
          : opened
    if (!installed.ok) await unstage(ctx, papers)
    return installed.ok ? ok({ openedAt: ctx.now, forms: papers.length }) : installed
  } catch (error) {
    await unstage(ctx, papers)
    throw error
  }
}

function wholePictures(paper: PaperPackage): boolean {
  return foreignPictures(paper, base64 => sha256Hex(Buffer.from(base64, 'base64'))).length === 0
}
