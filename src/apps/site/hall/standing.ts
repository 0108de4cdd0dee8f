import { statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { SiteStanding } from '../../../modules/delivery/index.ts'
import { releaseDigest } from '../../../platform/host/release.ts'
import { findSiteKeys } from '../../../platform/sealing/site-keys.ts'
import type { Profile } from '../profile.ts'

/** What arming and the drill ask of this server: its software, its key, its disk, and a way to be asked from within. */
export function siteStanding(app: FastifyInstance, dataFolder: string, profile: Profile): SiteStanding {
  return {
    releaseDigest: releaseDigest(),
    signingKey: async () => (await findSiteKeys(dataFolder))?.signing.publicKey ?? null,
    diskFreeBytes: async () => {
      const { bavail, bsize } = await statfs(dataFolder)
      return bavail * bsize
    },
    monotonic: () => performance.now(),
    seatsMeant: profile.seats,
    mayBeAlone: profile.mayBeAlone,
    inject: async ({ method, url, headers, ip, body }) => {
      const reply = await app.inject({ method, url, headers, remoteAddress: ip, ...(body === undefined ? {} : { payload: body }) })
      return { status: reply.statusCode, body: reply.body }
    },
  }
}
