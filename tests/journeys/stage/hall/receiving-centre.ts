import { hash } from 'node:crypto'
import { centreKeys } from '../../../../src/modules/delivery/actions/record/centre-identity.ts'
import { installPackage } from '../../../../src/modules/delivery/actions/install-package.ts'
import { resultRoutes } from '../../../../src/modules/delivery/routes/result-routes.ts'
import { testDatabase } from '../../../../src/platform/db/test-database.ts'
import { createServer } from '../../../../src/platform/http/server.ts'
import { testPorts } from '../../../../src/platform/test-context.ts'
import { deliveryRefusals } from '../../../../src/modules/delivery/contract.ts'
import { aPackage } from '../../../../src/modules/delivery/fixtures.ts'
import { systemContext } from '../../../../src/platform/context.ts'

const sha256 = (text: string) => hash('sha256', text, 'hex')

/** A centre that knows this site and its paper, takes in what it sends, and lets it purge at once. */
export async function openReceivingCentre({ siteCode, siteKey }: { readonly siteCode: string; readonly siteKey: string }) {
  const server = await testDatabase()
  const ports = testPorts(server.database)
  await server.database.transact(tx => installPackage(tx, systemContext(ports, 'journey'), aPackage(sha256)))
  const app = await createServer({
    routes: resultRoutes({ signingKeyOf: async (_tx, code) => (code === siteCode ? siteKey : null), keepDays: 0 }),
    refusals: deliveryRefusals,
    ports,
    actorOf: async () => ({ kind: 'public' }),
    ready: async () => true,
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const end = async () => {
    await app.close()
    await server.end()
  }
  return { address, keys: await centreKeys(ports.keys), end }
}
