import type { Engine } from '../../core/world/engine.ts'
import { CRYPTO_EFFECTS } from './crypto/effects.ts'

/** Work that apps ask of the machine, by name (W3). */
export const EFFECTS: Engine['effects'] = { ...CRYPTO_EFFECTS }
