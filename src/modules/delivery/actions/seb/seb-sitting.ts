import { hash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Result, ok, refuse } from '../../../../kernel/result.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isSebPassword, writeSebFile } from '../../../../platform/files/seb-file/seb-file.ts'
import { record } from '../../../audit/index.ts'
import type { SittingId } from '../../core/attempt/attempt.ts'
import type { BrowserRelease, judgeHashes } from '../../core/seb/check.ts'
import { configKey } from '../../core/seb/config-key.ts'
import { DATA_KEYS, type SebSettings, type SebValue } from '../../core/seb/settings.ts'
import { sittingSettings } from '../../core/seb/sitting-settings.ts'
import { findSebSitting, putSebSitting } from '../../store/seb/seb.ts'
import { kickPeer } from '../hall/peer/link.ts'

export const sha256 = (text: string) => hash('sha256', text, 'hex')

const Value: z.ZodType<SebValue> = z.lazy(() => z.union([z.string(), z.number(), z.boolean(), z.array(Value), Settings]))
const Settings: z.ZodType<SebSettings> = z.lazy(() => z.record(z.string(), Value))
const SebSitting = z.strictObject({
  origin: z.string(),
  /** Where else its pages may be loaded from: the second server of the site. */
  others: z.array(z.string()).default([]),
  configKey: z.string(),
  settings: Settings,
  releases: z.array(z.strictObject({ release: z.string(), system: z.enum(['windows', 'macos', 'ios']), key: z.string() })),
})
export type SebSitting = z.infer<typeof SebSitting>

export type ConfigureSeb = {
  readonly sittingId: SittingId
  /** As the seats address the server; see `SebPlan`. */
  readonly origin: string
  readonly alsoAllowed: readonly string[]
  readonly releases: readonly BrowserRelease[]
  readonly quitPassword: string
  readonly settingsPassword: string
}

/**
 * Makes the configuration of a sitting once: a new salt, and so a Config Key that no other sitting has. A second call changes nothing
 * and is told so by `made: false`. Refusals: `seb-plan-invalid`, `seb-password-unfit`.
 */
export async function configureSeb(tx: Tx, ctx: Ctx, order: ConfigureSeb): Promise<Result<{ readonly made: boolean }>> {
  if (!isSebPassword(order.quitPassword) || !isSebPassword(order.settingsPassword)) return refuse('seb-password-unfit')
  const wrong = order.releases.filter(one => !/^[0-9a-f]{64}$/.test(one.key)).map(one => `${one.system} ${one.release}`)
  if (wrong.length > 0) return refuse('seb-plan-invalid', { places: wrong })
  const settings = sittingSettings({
    origin: order.origin,
    alsoAllowed: order.alsoAllowed,
    examKeySalt: randomBytes(32).toString('base64'),
    quitPasswordHash: sha256(order.quitPassword),
    settingsPasswordHash: sha256(order.settingsPassword),
  })
  if (!settings.ok) return settings
  const sitting: SebSitting = {
    origin: order.origin,
    others: [...order.alsoAllowed],
    configKey: configKey(settings.value, sha256),
    settings: settings.value,
    releases: [...order.releases],
  }
  const sealed = ctx.ports.keys.seal(JSON.stringify(sitting))
  kickPeer(tx, ctx.ports.database)
  const made = await putSebSitting(tx, { sittingId: order.sittingId, sealed, now: ctx.now })
  if (made)
    await record(tx, ctx, {
      type: 'seb-configured',
      subject: { kind: 'sitting', id: order.sittingId },
      facts: { origin: order.origin, releases: order.releases.map(one => `${one.system} ${one.release}`).join(', ') },
    })
  return ok({ made })
}

/** A page comes from either server of the site: the first origin whose hashes fit counts, else what the first one says. */
export function overOrigins({ origin, others }: SebSitting, judge: (origin: string) => PageVerdict): PageVerdict {
  const first = judge(origin)
  return first === 'verified' || others.every(other => judge(other) !== 'verified') ? first : 'verified'
}
export type PageVerdict = ReturnType<typeof judgeHashes>

/** The configuration of a sitting; undefined when none was made. */
export async function sebSittingOf(tx: Tx, ctx: Ctx, sittingId: SittingId): Promise<SebSitting | undefined> {
  const sealed = await findSebSitting(tx, sittingId)
  return sealed === undefined ? undefined : SebSitting.parse(JSON.parse(ctx.ports.keys.open(sealed)))
}

/**
 * The configuration file of a sitting under a password of its own; there is no unprotected one. Every file handed out is on record.
 * Refusals: `seb-not-prepared`, `seb-password-unfit`.
 */
export async function sebFile(
  tx: Tx,
  ctx: Ctx,
  order: { readonly sittingId: SittingId; readonly password: string },
): Promise<Result<{ readonly bytes: Buffer; readonly mediaType: string; readonly fileName: string; readonly sha256: string }>> {
  const sitting = await sebSittingOf(tx, ctx, order.sittingId)
  if (sitting === undefined) return refuse('seb-not-prepared')
  const file = writeSebFile(sitting.settings, { password: order.password, dataKeys: DATA_KEYS })
  if (!file.ok) return file
  const digest = hash('sha256', file.value, 'hex')
  await record(tx, ctx, {
    type: 'seb-file-handed-out',
    subject: { kind: 'sitting', id: order.sittingId },
    facts: { sha256: digest },
  })
  return ok({ bytes: file.value, mediaType: 'application/seb', fileName: `${order.sittingId}.seb`, sha256: digest })
}
