import type { Ctx } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type ApplicationKey, findApplication } from '../store/applications.ts'

/** The photo (JPEG) of an approved application, for the door of a hall and for papers; null while it is not approved, and when it has none. Whoever calls decides who may see it. */
export async function photoOf(tx: Tx, ctx: Ctx, key: ApplicationKey): Promise<Buffer | null> {
  const application = await findApplication(tx, key)
  if (application?.state.kind !== 'approved' || application.photo === null) return null
  return ctx.ports.files.get(application.photo.fileId)
}
