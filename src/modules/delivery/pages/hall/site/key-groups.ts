import { readKeyText } from '../../../contract.ts'
import { SYMBOLS } from '../../../core/seal/key-text.ts'

export const GROUPS = 7
const SYMBOLS_A_GROUP = 4
/** An opening key is 16 bytes. */
const KEY_BYTES = 16
const SAME: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** What was typed or pasted as symbols of a key: wide forms, spaces and hyphens gone, O is 0, I and L are 1. Foreign signs stay, to be shown. */
export function symbolsOf(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−_.·,;:/|、。]/gu, '')
  return [...plain].map(sign => SAME[sign] ?? sign).join('')
}

/** Puts what was typed into a group; what is too much runs on into the groups after it (a pasted key fills them all). */
export function withTyped(
  groups: readonly string[],
  at: number,
  typed: string,
): { readonly groups: readonly string[]; readonly at: number } {
  const next = [...groups]
  let rest = symbolsOf(typed)
  let place = at
  do {
    next[place] = rest.slice(0, SYMBOLS_A_GROUP)
    rest = rest.slice(SYMBOLS_A_GROUP)
    if (next[place]?.length === SYMBOLS_A_GROUP && place < GROUPS - 1) place += 1
    else break
  } while (rest !== '')
  return { groups: next, at: place }
}

export type GroupState = 'open' | 'foreign' | 'whole' | 'right' | 'wrong'
export type KeyVerdict = {
  readonly states: readonly GroupState[]
  /** Whole and in order: may be sent. */
  readonly right: boolean
  /** All groups are there and do not check, and no single group explains it. */
  readonly spoilt: boolean
}

/**
 * Judges a key while it is written down: a sign that cannot stand in a key at once; everything else when all groups are there, because
 * the check symbols stand over the whole key. One misheard symbol is traced to its group.
 */
export function judgeGroups(groups: readonly string[]): KeyVerdict {
  const states = groups.map((group): GroupState => {
    if ([...group].some(sign => !SYMBOLS.includes(sign))) return 'foreign'
    return group.length === SYMBOLS_A_GROUP ? 'whole' : 'open'
  })
  if (states.some(state => state !== 'whole')) return { states, right: false, spoilt: false }
  const read = readKeyText(groups.join(''), KEY_BYTES)
  if (read.ok) return { states: states.map(() => 'right'), right: true, spoilt: false }
  const wrong = Number(read.refusal.facts['group'] ?? 0)
  return { states: states.map((state, at) => (at + 1 === wrong ? 'wrong' : state)), right: false, spoilt: wrong === 0 }
}
