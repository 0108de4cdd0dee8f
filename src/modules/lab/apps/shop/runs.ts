import type { Play } from '../../core/app/play.ts'
import { buyers, lawful, unlawful } from './core/plays/care.ts'
import { opening, selling, shelving } from './core/plays/goods.ts'
import { carried, demand, sending } from './core/plays/orders.ts'

export const shopRuns: readonly Play[] = [shelving, selling, opening, sending, demand, carried, lawful, buyers, unlawful]
