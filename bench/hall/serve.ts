/** The site server that is measured, in a process of its own: serve.ts <folder> <port> <seats> <spare seats>. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { startSite } from '../../src/apps/site/server.ts'
import { rawRate } from '../saves/raw-rate.ts'
import { type Prepared, prepareSite } from './site-of.ts'

const [folder = '', port = '0', seats = '0', spare = '0'] = process.argv.slice(2)
const site = await startSite({ dataFolder: folder, port: Number(port), name: 'A', pages: false, logLevel: 'error' })
const noted = join(folder, 'seats.json')
if (!existsSync(noted)) writeFileSync(noted, JSON.stringify(await prepareSite(site.ports, Number(seats), Number(spare))))

/** The rate of the save statement without HTTP; events are numbered from `firstSeq` on. */
export type RawOrder = { readonly seats: Prepared['spare']; readonly firstSeq: number; readonly events: number; readonly runMs: number }

process.on('message', (order: RawOrder) => {
  void rawRate(site.ports.database, order).then(measured => process.send?.({ measured }))
})
process.on('SIGTERM', () => void site.stop().then(() => process.exit(0)))
process.on('disconnect', () => void site.stop().then(() => process.exit(0)))
process.send?.('ready')
