import { hash, randomBytes } from 'node:crypto'
import { type AttemptId, type PaperPackage, type SiteRoster, type SittingId, finishPackage } from '../../src/modules/delivery/contract.ts'
import { PACKAGE, SITE_PACKAGE, SITTING, aPackage, aRoster } from '../../src/modules/delivery/fixtures.ts'
import { installRoster } from '../../src/modules/delivery/index.ts'
import { installStaged, stagePaper } from '../../src/modules/delivery/actions/site/stage-papers.ts'
import { openNextEpoch } from '../../src/modules/delivery/actions/open-next-epoch.ts'
import { attemptsOfSitting } from '../../src/modules/delivery/store/attempts.ts'
import { markArmed } from '../../src/modules/delivery/store/hall/site.ts'
import { instant } from '../../src/kernel/instant.ts'
import { type Ports, systemContext } from '../../src/platform/context.ts'
import { type Seat, seatMany } from '../../prove/hall/open-hall.ts'

const SEATS_PER_ROOM = 50
const ENTRIES_PER_TRANSACTION = 50
const FORM_KEY_BYTES = 32
const sha256 = (text: string) => hash('sha256', text, 'hex')
const STEM =
  '某网店经营一个月后，店主在后台看到访客数上升而成交转化率下降。请根据题干所给的信息，从流量来源、商品详情页和客服响应三个方面判断主要原因，第'

export type Prepared = {
  /** Everybody has entered and waits for the start. */ readonly seats: readonly Seat[]
  /** Running attempts of another sitting, for the rate of the database by itself and for the peak. */ readonly spare: readonly Seat[]
}

/** An armed site with so many candidates, all checked in and entered, each with a token. */
export async function prepareSite(ports: Ports, count: number, spare: number): Promise<Prepared> {
  const { database } = ports
  const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
    if (!result.ok) throw new Error(result.refusal.code)
    return result.value
  }
  const ctx = () => systemContext(ports, 'bench')
  await database.transact(async tx => void must(await installRoster(tx, ctx(), rosterOf(ctx().now, count))))
  const staged = await stagePaper(ctx(), aPaper(), randomBytes(FORM_KEY_BYTES))
  await database.transact(async tx => void must(await installStaged(tx, ctx(), SITE_PACKAGE, { papers: [staged], documents: [] })))
  await database.transact(tx => markArmed(tx, SITE_PACKAGE, ctx().now))
  const seats = await enterAll(ports)
  const others = await seatMany(ports, { sittingId: SPARE_SITTING, packageId: PACKAGE }, spare)
  // what a quiet half hour would have brought about by itself
  await database.statement({ text: 'analyze', values: [] })
  return { seats, spare: others }
}

const SPARE_SITTING = '5f0c1b7e-3a52-4d5e-9c7b-1d2e3f4a5b6d' as SittingId

function rosterOf(now: number, count: number): SiteRoster {
  const rooms = Math.ceil(count / SEATS_PER_ROOM)
  const roomLabel = (room: number) => `第${room + 1}考场`
  const seats = Array.from({ length: SEATS_PER_ROOM }, (_, at) => String(at + 1))
  const base = aRoster('-', { opensAt: instant(now - 60_000) })
  const [sitting] = base.sittings
  if (!sitting) throw new Error('a roster has a sitting')
  return {
    ...base,
    sittings: [{ ...sitting, rules: { ...sitting.rules, earliestHandInMinutes: 0 } }],
    rooms: Array.from({ length: rooms }, (_, room) => ({ roomLabel: roomLabel(room), seats, spareSeats: ['备1'] })),
    candidates: Array.from({ length: count }, (_, at) => ({
      sittingId: SITTING,
      candidateRef: `candidate-${at + 1}`,
      packageId: PACKAGE,
      ticketNumber: `91012026${String(at + 1).padStart(6, '0')}`,
      maskedName: '陈*',
      maskedIdNumber: '',
      faceJpegBase64: null,
      roomLabel: roomLabel(Math.floor(at / SEATS_PER_ROOM)),
      seatLabel: String((at % SEATS_PER_ROOM) + 1),
      allowanceMinutes: 0,
    })),
  }
}

/** A theory paper of a hundred items with stems of a usual length. */
function aPaper(): PaperPackage {
  const { digest: _digest, ...paper } = aPackage(sha256, { single: 60, multiple: 20, trueFalse: 20 }, PACKAGE)
  const longer = (content: Readonly<Record<string, unknown>>, at: number) => ({
    ...content,
    stem: [{ kind: 'paragraph', text: `${STEM}${at}题。` }],
  })
  const sections = paper.sections.map(section => ({
    ...section,
    items: section.items.map((item, at) => ({ ...item, content: longer(item.content, at) })),
  }))
  return finishPackage({ ...paper, sections }, sha256)
}

async function enterAll(ports: Ports): Promise<Seat[]> {
  const { database } = ports
  const attempts = await database.transact(tx => attemptsOfSitting(tx, SITTING))
  const seats: Seat[] = []
  for (let from = 0; from < attempts.length; from += ENTRIES_PER_TRANSACTION) {
    await database.transact(async tx => {
      for (const attempt of attempts.slice(from, from + ENTRIES_PER_TRANSACTION)) {
        const { token } = await openNextEpoch(tx, systemContext(ports, 'bench'), attempt)
        const { ticketNumber } = attempt
        seats.push({ sittingId: SITTING, attemptId: attempt.attemptId as AttemptId, ticketNumber, token })
      }
    })
  }
  return seats
}
