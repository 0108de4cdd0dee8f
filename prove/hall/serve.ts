/** The process that is killed: a hall over a database in a folder that outlives it. */
import process from 'node:process'
import type { FastifyInstance } from 'fastify'
import { closeOverdue } from '../../src/modules/delivery/actions/close-attempt.ts'
import type { SittingId } from '../../src/modules/delivery/contract.ts'
import { admitCandidate, creditTime } from '../../src/modules/delivery/index.ts'
import { type Ports, systemContext } from '../../src/platform/context.ts'
import { newId } from '../../src/platform/id.ts'
import type { HallOptions } from './hall-process.ts'
import { type Seat, installPaper, installPracticalPaper, openHall, seatMany } from './open-hall.ts'
import type { Asked, Orders } from './orders.ts'
import { openQuota } from './planted/quota.ts'
import { servePages } from './pages.ts'
import { plantable, settingsUnder, startUnder } from './planted/planted.ts'
import { clockUnder, setWall } from './wall-clock.ts'

const options = JSON.parse(process.argv[2] ?? '{}') as HallOptions
setWall({ aheadMs: options.wallAheadMs ?? 0, driftPpm: 0 })

let { defect } = options
const quota = options.quota ? openQuota() : undefined
let planted: ReturnType<typeof plantable> | undefined
const settings = settingsUnder(defect)
const hall = await openHall({
  folder: options.folder,
  port: options.port,
  clock: () => clockUnder(options.folder, () => defect === 'wall-clock-time'),
  around: database => (planted = plantable(quota?.around(database) ?? database)),
  ...(settings === undefined ? {} : { settings }),
  ...(options.pages === undefined ? {} : { mount: (app: FastifyInstance) => servePages(app, options.pages ?? '') }),
})
planted?.plant(defect)
await startUnder(defect, hall.ports.database)
let packageId: string | undefined

const answers: { readonly [Name in keyof Orders]: (order: Orders[Name]['order']) => Promise<Orders[Name]['answer']> } = {
  seat: order => seatAll(hall.ports, order),
  async admit(place) {
    const admitted = await inTx((tx, ctx) => admitCandidate(tx, ctx, { ...place, validMinutes: 600 }))
    if (!admitted.ok) throw new Error(admitted.refusal.code)
    return admitted.value.entryCode
  },
  async credit(order) {
    const credited = await inTx((tx, ctx) => creditTime(tx, ctx, order))
    if (!credited.ok) throw new Error(credited.refusal.code)
    return null
  },
  async wall(wall) {
    setWall(wall)
    return null
  },
  'close-overdue': ({ sittingId }) => inTx((tx, ctx) => closeOverdue(tx, ctx, sittingId)),
  async plant(order) {
    defect = order.defect
    planted?.plant(defect)
    return null
  },
  async space({ full }) {
    quota?.setFull(full)
    return null
  },
  time: async () => hall.ports.clock.now(),
}

process.on('message', (asked: Asked) => {
  const answer = answers[asked.name] as (order: unknown) => Promise<unknown>
  answer(asked.order).then(
    said => process.send?.({ id: asked.id, answer: said }),
    (error: unknown) => process.send?.({ id: asked.id, error: String(error) }),
  )
})
process.on('SIGTERM', () => void hall.close().then(() => process.exit(0)))
// whoever runs the harness has gone: nobody is left to end this
process.on('disconnect', () => void hall.close().then(() => process.exit(0)))
process.send?.('ready')

function inTx<T>(body: (tx: Parameters<typeof admitCandidate>[0], ctx: Parameters<typeof admitCandidate>[1]) => Promise<T>): Promise<T> {
  return hall.ports.database.transact(tx => body(tx, systemContext(hall.ports, 'invigilator')))
}

let practicalId: string | undefined

async function seatAll(
  ports: Ports,
  { count, rules = {}, state = 'running', practical = false }: Orders['seat']['order'],
): Promise<Seat[]> {
  if (practical) {
    practicalId ??= await installPracticalPaper(ports)
    return seatMany(ports, { sittingId: newId() as SittingId, packageId: practicalId, state }, count)
  }
  packageId ??= await installPaper(ports)
  const place = { sittingId: newId() as SittingId, packageId, rules: { earliestHandInMinutes: 0, ...rules }, state }
  return seatMany(ports, place, count)
}
