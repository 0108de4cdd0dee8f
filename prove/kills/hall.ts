/** The process that is killed: a hall over a database in a folder that outlives it. */
import { existsSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { type Seat, installPaper, openHall, seatOne } from '../../bench/saves/hall.ts'
import type { SittingId } from '../../src/modules/delivery/contract.ts'
import type { Ports } from '../../src/platform/context.ts'
import { newId } from '../../src/platform/id.ts'
import { forgetful } from './forgetful.ts'
import { seatsFile } from './running.ts'

const [folder = '', port = '0', seats = '100', defect = 'none'] = process.argv.slice(2)

const hall = await openHall({ folder, port: Number(port), ...(defect === 'acknowledged-before-commit' ? { around: forgetful } : {}) })
const noted = seatsFile(folder)
if (!existsSync(noted)) writeFileSync(noted, JSON.stringify(await seated(hall.ports, Number(seats))))
process.on('SIGTERM', () => void hall.close().then(() => process.exit(0)))
process.send?.('ready')

async function seated(ports: Ports, count: number): Promise<Seat[]> {
  const place = { sittingId: newId() as SittingId, packageId: await installPaper(ports) }
  const entered: Seat[] = []
  for (let n = 0; n < count; n++) entered.push(await seatOne(ports, place))
  return entered
}
