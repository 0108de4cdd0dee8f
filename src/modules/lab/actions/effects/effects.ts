import type { Engine } from '../../core/world/engine.ts'
import { CRYPTO_EFFECTS } from '../crypto/effects.ts'
import { siteEffects } from './site.ts'

/**
 * Work whose outcome is not fixed by its input, by the name under which apps ask for it (`ctx.effect`). The outcome goes into an event, so a replay
 * never asks again (W3).
 */
export const EFFECTS: Engine['effects'] = { ...CRYPTO_EFFECTS, ...siteEffects }
