import { fill } from '../../../../../ui/words.ts'
import type { Wallet } from './view.ts'
import { words } from './words.ts'

/** A wrong payment password is an event of the world and not a refusal: it is told in the form in which it was typed. */
export function Door({ wallet }: { readonly wallet: Wallet | null }) {
  if (wallet === null || (!wallet.locked && wallet.left >= 3)) return null
  return (
    <p className="lab-answer lab-answer-warned lab-field-wide" role="alert">
      {wallet.locked ? words.locked : fill(words.left, { n: wallet.left })}
    </p>
  )
}
